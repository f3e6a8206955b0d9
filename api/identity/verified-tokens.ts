import type { Instant } from '../domain/calendar.ts';
import type { Principal } from './principal.ts';

const CAPACITY = 10_000;

/** Tokens whose signature was checked, until they expire: a look-up instead of a verification for every further call. */
export class VerifiedTokens {
  readonly #principals = new Map<string, Principal>();

  get(token: string, now: Instant): Principal | undefined {
    const principal = this.#principals.get(token);
    if (principal && principal.expiresAt <= now) {
      this.#principals.delete(token);
      return undefined;
    }
    return principal;
  }

  /** Beyond the capacity the oldest goes, and would merely be verified again. */
  add(token: string, principal: Principal): void {
    if (this.#principals.size >= CAPACITY) {
      const [oldest] = this.#principals.keys();
      if (oldest !== undefined) this.#principals.delete(oldest);
    }
    this.#principals.set(token, principal);
  }
}
