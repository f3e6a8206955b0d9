import type { Instant } from '../domain/calendar.ts';
import { issueToken } from './issue-token.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface PayTokenParts {
  readonly keys: SigningKeys;
  readonly issuer: string;
  readonly audience: string;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/** As long as any token of ours may live. */
const MOST_SECONDS = 900;

/** Tokens that are good for one checkout alone, come with no cookie and are not refreshed. */
export class PayTokens {
  readonly #parts: PayTokenParts;

  constructor(parts: PayTokenParts) {
    this.#parts = parts;
  }

  /** For the customer of a checkout, until it ends by itself and for a quarter of an hour at most. */
  async issue(customerId: string, checkoutId: string, until: Instant) {
    const { keys, issuer, audience, now, newId } = this.#parts;
    const stamp = { now: now(), tokenId: newId() };
    const left = Math.floor((until - stamp.now) / 1_000);
    const expiresIn = Math.max(1, Math.min(MOST_SECONDS, left));
    const subject = { id: customerId, role: 'CUSTOMER', name: customerId, sessionVersion: null } as const;
    const terms = { issuer, audience, lifetimeSeconds: expiresIn };
    const accessToken = await issueToken(keys, terms, { ...subject, paysFor: checkoutId }, stamp);
    return { accessToken, expiresIn };
  }
}
