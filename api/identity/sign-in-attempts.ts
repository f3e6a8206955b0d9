import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Instant } from '../domain/calendar.ts';

export interface AttemptTerms {
  readonly attempts: number;
  readonly windowSeconds: number;
}

/** Who tries to get in where. */
export interface Attempt {
  /** What is tried: the address of an account, or another way into one. */
  readonly door: string;
  readonly network: string;
  /** A device on which this account has been signed in before; null for any other. */
  readonly device: string | null;
}

interface Failures {
  count: number;
  /** Nothing is looked at before. */
  nextAt: Instant;
}

/** Many networks against one account, or many accounts from one network, are noticed too, only later. */
const WIDER = 10;
const FIRST_DELAY = 15_000;
/** Far more than honest people make at a time. Beyond it the oldest is forgotten. */
const MOST = 50_000;

/**
 * Counts failed sign-ins, each before the password is looked at, so that guesses sent at once all count. After some failures
 * the next has to wait, each time longer. Only who fails has to wait: another network, and a device that the account knows, are
 * counted on their own. An account that many networks try to enter gives each unknown one a single guess (decision 37).
 */
export class SignInAttempts {
  readonly #terms: AttemptTerms;
  readonly #now: () => Instant;
  readonly #failures = new LRUCache<string, Failures>({ max: MOST });

  constructor(terms: AttemptTerms, now: () => Instant) {
    this.#terms = terms;
    this.#now = now;
  }

  /** Counts an attempt as failed, until it has succeeded. Answers for how many seconds to wait; null if it may go on. */
  begin(attempt: Attempt): number | null {
    const { attempts } = this.#terms;
    const { own, network, account } = keysOf(attempt);
    const isUnderAttack = this.#countOf(account) >= attempts * WIDER;
    const wait = Math.max(this.#waitOf(own), attempt.device === null ? this.#waitOf(network) : 0);
    if (wait > 0) return Math.ceil(wait / 1_000);
    this.#fail(own, isUnderAttack && attempt.device === null ? 1 : attempts);
    if (attempt.device !== null) return null;
    this.#fail(network, attempts * WIDER);
    this.#fail(account, Infinity);
    return null;
  }

  /** It was the right password: of this attempt nothing stays counted. */
  succeeded(attempt: Attempt): void {
    const { own, network, account } = keysOf(attempt);
    this.#failures.delete(own);
    if (attempt.device === null) for (const key of [network, account]) this.#forgive(key);
  }

  #waitOf(key: string): number {
    const failures = this.#find(key);
    return failures ? Math.max(0, failures.nextAt - this.#now()) : 0;
  }

  #countOf(key: string): number {
    return this.#find(key)?.count ?? 0;
  }

  #fail(key: string, free: number): void {
    const now = this.#now();
    const count = this.#countOf(key) + 1;
    const delay = count < free ? 0 : Math.min(FIRST_DELAY * 2 ** (count - free), this.#windowMs);
    this.#failures.set(key, { count, nextAt: now + delay });
  }

  #forgive(key: string): void {
    const failures = this.#find(key);
    if (!failures) return;
    failures.count -= 1;
    failures.nextAt = this.#now();
  }

  /** Counted failures are forgotten once nobody has failed for a while after the wait. */
  #find(key: string): Failures | undefined {
    const failures = this.#failures.peek(key);
    if (!failures || this.#now() < failures.nextAt + this.#windowMs) return failures;
    this.#failures.delete(key);
    return undefined;
  }

  get #windowMs(): number {
    return this.#terms.windowSeconds * 1_000;
  }
}

function keysOf({ door, network, device }: Attempt) {
  // What is typed here may be a password in the wrong field, so it is not kept as it is.
  const account = createHash('sha256').update(door).digest('base64url');
  const own = device === null ? `${account}|${network}` : `${account}|device ${device}`;
  return { own, network: `network ${network}`, account };
}
