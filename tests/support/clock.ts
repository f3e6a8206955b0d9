import type { Instant } from '../../api/domain/calendar.ts';

/** A clock that stands still until it is moved. */
export class TestClock {
  #now: Instant;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  readonly now = (): Instant => this.#now;

  set(to: string): void {
    this.#now = Date.parse(to);
  }

  advance({ days = 0, hours = 0, ms = 0 }: { days?: number; hours?: number; ms?: number }): void {
    this.#now += days * 86_400_000 + hours * 3_600_000 + ms;
  }
}
