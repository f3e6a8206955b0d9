import type { Instant } from '../domain/calendar.ts';
import { Failures } from '../secrets/failures.ts';

export interface CodeTerms {
  /** So many wrong codes cost a person no wait, and so many all people behind one address. */
  readonly perPerson: number;
  readonly perNetwork: number;
  readonly windowSeconds: number;
}

/** Product rule 19. */
export const codeTerms: CodeTerms = { perPerson: 5, perNetwork: 20, windowSeconds: 900 };

/** Who tries a code. */
export interface CodeAttempt {
  /** Null where nobody is signed in. */
  readonly personId: string | null;
  /** Empty where there is none. */
  readonly network: string;
}

/**
 * Counts codes that do not exist, each before it is looked up, so that guesses sent at once all count. A code that exists is no
 * guess, whatever else stands in its way.
 */
export class CodeAttempts {
  readonly #terms: CodeTerms;
  readonly #failures: Failures;

  constructor(terms: CodeTerms, now: () => Instant) {
    this.#terms = terms;
    this.#failures = new Failures(terms.windowSeconds, now);
  }

  /** Counts a code as wrong, until it is found. Answers for how many seconds to wait; null if it may be looked up. */
  begin(attempt: CodeAttempt): number | null {
    const keys = this.#keysOf(attempt);
    const wait = Math.max(0, ...keys.map(({ key }) => this.#failures.waitOf(key)));
    if (wait > 0) return Math.ceil(wait / 1_000);
    for (const { key, free } of keys) this.#failures.fail(key, free);
    return null;
  }

  /** There is such a code. */
  found(attempt: CodeAttempt): void {
    for (const { key } of this.#keysOf(attempt)) this.#failures.forgive(key);
  }

  #keysOf({ personId, network }: CodeAttempt) {
    const { perPerson, perNetwork } = this.#terms;
    return [
      ...(personId === null ? [] : [{ key: `person ${personId}`, free: perPerson }]),
      ...(network === '' ? [] : [{ key: `network ${network}`, free: perNetwork }]),
    ];
  }
}
