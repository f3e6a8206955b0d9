import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar.ts';
import { Failures } from '../secrets/failures.ts';

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

/** Many networks against one account, or many accounts from one network, are noticed too, only later. */
const WIDER = 10;

/**
 * Counts failed sign-ins, each before the password is looked at, so that guesses sent at once all count. After some failures
 * the next has to wait, each time longer. Only who fails has to wait: another network, and a device that the account knows, are
 * counted on their own. An account that many networks try to enter gives each unknown one a single guess (decision 37).
 */
export class SignInAttempts {
  readonly #terms: AttemptTerms;
  readonly #failures: Failures;

  constructor(terms: AttemptTerms, now: () => Instant) {
    this.#terms = terms;
    this.#failures = new Failures(terms.windowSeconds, now);
  }

  /** Counts an attempt as failed, until it has succeeded. Answers for how many seconds to wait; null if it may go on. */
  begin(attempt: Attempt): number | null {
    const { attempts } = this.#terms;
    const { own, network, account } = keysOf(attempt);
    const isUnderAttack = this.#failures.countOf(account) >= attempts * WIDER;
    const wait = Math.max(
      this.#failures.waitOf(own),
      attempt.device === null ? this.#failures.waitOf(network) : 0,
    );
    if (wait > 0) return Math.ceil(wait / 1_000);
    this.#failures.fail(own, isUnderAttack && attempt.device === null ? 1 : attempts);
    if (attempt.device !== null) return null;
    this.#failures.fail(network, attempts * WIDER);
    this.#failures.fail(account, Infinity);
    return null;
  }

  /** It was the right password: of this attempt nothing stays counted. */
  succeeded(attempt: Attempt): void {
    const { own, network, account } = keysOf(attempt);
    this.#failures.forget(own);
    if (attempt.device === null) for (const key of [network, account]) this.#failures.forgive(key);
  }
}

function keysOf({ door, network, device }: Attempt) {
  // What is typed here may be a password in the wrong field, so it is not kept as it is.
  const account = createHash('sha256').update(door).digest('base64url');
  const own = device === null ? `${account}|${network}` : `${account}|device ${device}`;
  return { own, network: `network ${network}`, account };
}
