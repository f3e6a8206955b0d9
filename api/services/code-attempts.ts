import type { Instant } from '../domain/calendar.ts';
import { Failures } from '../secrets/failures.ts';
import type { Refused } from './outcome.ts';

export interface CodeTerms {
  /** So many wrong codes cost a person no wait, and so many all people behind one address. */
  readonly perPerson: number;
  readonly perNetwork: number;
  readonly windowSeconds: number;
  /** What is refused without saying why is answered at steps of so many milliseconds since it was asked. */
  readonly stepMs: number;
}

/** Product rule 19. */
export const codeTerms: CodeTerms = { perPerson: 5, perNetwork: 20, windowSeconds: 900, stepMs: 50 };

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

  /**
   * Looks up a code for an attempt, which `begin` said may go on or has to wait. Where that fails, nobody was told anything: it was
   * no guess.
   */
  async looking<T>(attempt: CodeAttempt, waitSeconds: number | null, lookUp: () => Promise<T>): Promise<T> {
    try {
      return await lookUp();
    } catch (error) {
      if (waitSeconds === null) this.found(attempt);
      throw error;
    }
  }

  /** There is such a code. */
  found(attempt: CodeAttempt): void {
    for (const { key } of this.#keysOf(attempt)) this.#failures.forgive(key);
  }

  /**
   * Does something with a code that somebody tries. Where it tells nothing of the code, its time tells nothing either: it is answered
   * at the next step of a beat that began before anything was looked up, so that neither a document more nor a transaction
   * moves it.
   */
  async evenly<T extends object | null>(work: () => Promise<T>): Promise<T> {
    let step = (): void => undefined;
    const beat = setInterval(() => step(), this.#terms.stepMs);
    try {
      const answer = await work();
      if (tellsNothing(answer)) await new Promise<void>((resolve) => (step = resolve));
      return answer;
    } finally {
      clearInterval(beat);
    }
  }

  #keysOf({ personId, network }: CodeAttempt) {
    const { perPerson, perNetwork } = this.#terms;
    return [
      ...(personId === null ? [] : [{ key: `person ${personId}`, free: perPerson }]),
      ...(network === '' ? [] : [{ key: `network ${network}`, free: perNetwork }]),
    ];
  }
}

function tellsNothing(answer: object | null): boolean {
  if (answer === null) return true;
  const { refused } = answer as Partial<Refused>;
  return refused?.code === 'CODE_NOT_USABLE' || refused?.code === 'TOO_MANY_ATTEMPTS';
}
