import { LRUCache } from 'lru-cache';
import type { Instant } from '../domain/calendar.ts';

interface Failed {
  count: number;
  /** When it was counted last, and for how long nothing is looked at since. */
  at: Instant;
  delayMs: number;
}

const FIRST_DELAY_MS = 15_000;
/** Far more than honest people make at a time. Beyond it the oldest is forgotten. */
const MOST = 50_000;

/** Counts wrong guesses of a secret by who made them. After some the next has to wait, each time twice as long. */
export class Failures {
  readonly #windowMs: number;
  readonly #now: () => Instant;
  readonly #failed = new LRUCache<string, Failed>({ max: MOST });

  /** How long failures are remembered after the wait, and the longest wait. */
  constructor(windowSeconds: number, now: () => Instant) {
    this.#windowMs = windowSeconds * 1_000;
    this.#now = now;
  }

  /** In milliseconds; 0 for who may go on. Nobody waits longer because the clock was set back. */
  waitOf(key: string): number {
    const failed = this.#find(key);
    if (!failed) return 0;
    return Math.min(failed.delayMs, Math.max(0, failed.at + failed.delayMs - this.#now()));
  }

  countOf(key: string): number {
    return this.#find(key)?.count ?? 0;
  }

  /** Counts one more; the first so many cost no wait. */
  fail(key: string, free: number): void {
    const count = this.countOf(key) + 1;
    const delayMs = count < free ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (count - free), this.#windowMs);
    this.#failed.set(key, { count, at: this.#now(), delayMs });
  }

  /** Takes one back that was none. */
  forgive(key: string): void {
    const failed = this.#find(key);
    if (!failed) return;
    this.#failed.set(key, { count: failed.count - 1, at: this.#now(), delayMs: 0 });
  }

  forget(key: string): void {
    this.#failed.delete(key);
  }

  /** Counted failures are forgotten once nobody has failed for a while after the wait. */
  #find(key: string): Failed | undefined {
    const failed = this.#failed.peek(key);
    if (!failed || this.#now() < failed.at + failed.delayMs + this.#windowMs) return failed;
    this.#failed.delete(key);
    return undefined;
  }
}
