import { LRUCache } from 'lru-cache';
import type { Instant } from '../domain/calendar.ts';
import type { Principal } from './principal.ts';

const CAPACITY = 10_000;

/** Tokens whose signature was checked, until they expire: a look-up instead of a verification for every further call. */
export class VerifiedTokens {
  /** Beyond the capacity the one unused for longest goes, and would merely be verified again. */
  readonly #principals = new LRUCache<string, Principal>({ max: CAPACITY });

  get(token: string, now: Instant): Principal | undefined {
    const principal = this.#principals.get(token);
    if (principal && principal.expiresAt <= now) {
      this.#principals.delete(token);
      return undefined;
    }
    return principal;
  }

  add(token: string, principal: Principal): void {
    this.#principals.set(token, principal);
  }
}
