import type { Instant } from '../domain/calendar.ts';
import { issueToken, type TokenTerms } from './issue-token.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface PayTokenParts {
  readonly keys: SigningKeys;
  readonly terms: TokenTerms;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/** Tokens that are good for one checkout alone, come with no cookie and are not refreshed. */
export class PayTokens {
  readonly #parts: PayTokenParts;

  constructor(parts: PayTokenParts) {
    this.#parts = parts;
  }

  /** For the customer of a checkout, until it ends by itself and no longer than the terms say. */
  async issue(customerId: string, checkoutId: string, until: Instant) {
    const { keys, terms, now, newId } = this.#parts;
    const stamp = { now: now(), tokenId: newId() };
    const left = Math.floor((until - stamp.now) / 1_000);
    const expiresIn = Math.max(1, Math.min(terms.lifetimeSeconds, left));
    const subject = { id: customerId, role: 'CUSTOMER', name: customerId, sessionVersion: null } as const;
    const bearer = { ...subject, paysFor: checkoutId };
    const accessToken = await issueToken(keys, { ...terms, lifetimeSeconds: expiresIn }, bearer, stamp);
    return { accessToken, expiresIn };
  }
}
