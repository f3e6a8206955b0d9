import { LRUCache } from 'lru-cache';
import type { Instant } from '../domain/calendar.ts';

const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;
/** More that fail have one cause, and need not each be remembered. */
const MOST = 10_000;

/** Who failed, and until when it is left alone: five seconds at first, each time twice as long, up to an hour. */
export class BackOff {
  readonly #held = new LRUCache<string, { readonly waits: number; readonly until: Instant }>({ max: MOST });

  /** How many failed when they were last tried. */
  get size(): number {
    return this.#held.size;
  }

  isHeld(name: string, now: Instant): boolean {
    return (this.#held.peek(name)?.until ?? now) > now;
  }

  failed(name: string, now: Instant): void {
    const waits = Math.min(LONGEST_MS, 2 * (this.#held.get(name)?.waits ?? FIRST_MS / 2));
    this.#held.set(name, { waits, until: now + waits });
  }

  /** Forgets all whose time has come but these: they were tried again and went well, or have nothing to do any more. */
  keepOnly(failed: ReadonlySet<string>, now: Instant): void {
    for (const name of [...this.#held.keys()])
      if (!failed.has(name) && !this.isHeld(name, now)) this.#held.delete(name);
  }

  /** When the first of them may be tried again; null when there is none. */
  get next(): Instant | null {
    let next: Instant | null = null;
    for (const { until } of this.#held.values()) next = Math.min(next ?? until, until);
    return next;
  }
}
