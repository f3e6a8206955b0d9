import { RecentKeys } from './recent-keys.ts';

/** Some megabytes. */
const MOST_KNOWN = 50_000;
/** For so many batches after one that a repeat has surprised, and after the start, when callers repeat what got lost. */
const WATCHFUL_BATCHES = 64;

/**
 * Which commands repeat a key that has acted. A repeat that is known takes its answer from the journal; one that is not is
 * found out only by its duplicate id, which aborts the transaction of its whole batch. So keys that acted here are remembered,
 * and as long as other repeats are to be expected, all others are looked up before.
 */
export class Repeats {
  readonly #known = new RecentKeys(MOST_KNOWN);
  #watchful = WATCHFUL_BATCHES;

  /** Whether keys that are not known have to be looked up. */
  get areExpected(): boolean {
    return this.#watchful > 0;
  }

  isKnown(key: string): boolean {
    return this.#known.has(key);
  }

  /** This key has acted. */
  note(key: string): void {
    this.#known.keep(key);
  }

  /** A batch met a repeat that nobody knew of. */
  surprised(): void {
    this.#watchful = WATCHFUL_BATCHES;
  }

  /** A batch met none. */
  proved(): void {
    if (this.#watchful > 0) this.#watchful -= 1;
  }
}
