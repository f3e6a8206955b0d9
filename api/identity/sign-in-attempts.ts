import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface AttemptTerms {
  readonly attempts: number;
  readonly windowSeconds: number;
}

/** Many addresses against one account, or many accounts from one address, are noticed too, only later. */
const WIDER = 10;

/** Counts failed sign-ins. An attempt is counted before the password is looked at, so that guesses sent at once all count. */
export class SignInAttempts {
  readonly #byBoth: RateLimiterMemory;
  readonly #byAccount: RateLimiterMemory;
  readonly #byAddress: RateLimiterMemory;

  constructor({ attempts, windowSeconds }: AttemptTerms) {
    const limiter = (points: number) =>
      new RateLimiterMemory({ points, duration: windowSeconds, blockDuration: windowSeconds });
    this.#byBoth = limiter(attempts);
    this.#byAccount = limiter(attempts * WIDER);
    this.#byAddress = limiter(attempts * WIDER);
  }

  /** Counts one attempt. Answers for how many seconds there are too many; null if it may go on. */
  async begin(email: string, address: string): Promise<number | null> {
    const account = keyOf(email);
    try {
      await this.#byBoth.consume(`${account}|${address}`);
      await this.#byAddress.consume(address);
      await this.#byAccount.consume(account);
      return null;
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      return Math.max(1, Math.ceil(rejection.msBeforeNext / 1_000));
    }
  }

  /** It was the right password: nothing stays counted. */
  async succeeded(email: string, address: string): Promise<void> {
    const account = keyOf(email);
    await this.#byBoth.delete(`${account}|${address}`);
    await this.#byAddress.reward(address);
    await this.#byAccount.reward(account);
  }
}

/** What is typed here may be a password in the wrong field, so it is not kept as it is. */
function keyOf(email: string): string {
  return createHash('sha256').update(email).digest('base64url');
}
