import { actId, actOf } from '../domain/act.ts';
import type { Instant } from '../domain/calendar.ts';
import { mustBeSaid } from '../domain/wallet/checks.ts';
import type { ActStore } from '../persistence/stores/act.store.ts';
import type { CustomerStore } from '../persistence/stores/customer.store.ts';
import { issueToken, type TokenTerms } from './issue-token.ts';
import type { Principal } from './principal.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface ViewParts {
  readonly customers: CustomerStore;
  readonly acts: ActStore;
  readonly keys: SigningKeys;
  readonly terms: TokenTerms;
  readonly now: () => Instant;
  readonly newId: () => string;
}

export interface ViewAsked {
  readonly customerId: string;
  /** Why, as it stands in the acts. */
  readonly reason: string;
  readonly requestId: string;
}

/** Whose app it is. */
export interface Viewed {
  readonly id: string;
  readonly role: 'CUSTOMER';
  readonly name: string;
}

export type ViewAnswer =
  | { readonly accessToken: string; readonly expiresIn: number; readonly account: Viewed }
  | { readonly problem: 'NOBODY' | 'NO_SESSION' | 'NO_REASON' | 'NOT_FOUND' };

/**
 * Lets somebody of the shop look at the app as a customer sees it (decision 86): with a token that has the customer's reach and
 * can change nothing, is not refreshed, and ends with the session of whoever looks.
 */
export class Views {
  readonly #parts: ViewParts;

  constructor(parts: ViewParts) {
    this.#parts = parts;
  }

  /** Who looks is recorded before they can. */
  async open(asker: Principal | null, { customerId, reason, requestId }: ViewAsked): Promise<ViewAnswer> {
    const { customers, acts, keys, terms, now, newId } = this.#parts;
    if (!asker || asker.role === 'CUSTOMER') return { problem: 'NOBODY' };
    const { subject: id, role, session, sessionVersion } = asker;
    if (!session || sessionVersion === null) return { problem: 'NO_SESSION' };
    if (mustBeSaid(reason)) return { problem: 'NO_REASON' };
    const customer = (await customers.load([customerId])).get(customerId);
    if (!customer) return { problem: 'NOT_FOUND' };
    const stamp = { now: now(), tokenId: newId() };
    const until = new Date(stamp.now + terms.lifetimeSeconds * 1_000).toISOString();
    const subject = { kind: 'CUSTOMER', id: customerId } as const;
    const deed = { id: actId('viewAsCustomer', stamp.tokenId), at: stamp.now, subject, reason };
    const actor = { id, role, channel: 'CONSOLE' } as const;
    const noted = { ...deed, act: 'viewAsCustomer', after: [{ key: 'until', value: until }] } as const;
    await acts.note([actOf({ actor, requestId }, noted)]);
    const seen: Viewed = { id: customerId, role: 'CUSTOMER', name: customer.name };
    // Which of the session's tokens it came with says nothing about the cookie, so it is the first.
    const owned = { sessionVersion, session: { id: session.id, generation: 0 }, viewedBy: { id, role } };
    return {
      accessToken: await issueToken(keys, terms, { ...seen, ...owned }, stamp),
      expiresIn: terms.lifetimeSeconds,
      account: seen,
    };
  }
}
