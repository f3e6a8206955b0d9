import type { Instant } from '../domain/calendar.ts';
import { cardAsOf, type GiftCard } from '../domain/gift-card/gift-card.ts';
import { STOPPED } from '../domain/gift-card/spend-card.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { findCardByCode } from './gift-codes.ts';

export const NOT_USABLE: Refusal = { code: 'CODE_NOT_USABLE' };

/** Which card a code leads to. */
export interface LookedUp {
  readonly card: GiftCard | null;
  /** Set for who tried too many. */
  readonly wait: Refusal | null;
}

/**
 * Looks up a code that somebody tries. Wrong ones are counted by who tries them and from where; after some the next has to wait,
 * whether it is right or not.
 */
export async function lookUp(app: App, caller: Caller, network: string, written: string): Promise<LookedUp> {
  const attempt = { personId: caller.actor.id, network };
  const waitSeconds = app.codeAttempts.begin(attempt);
  const find = () => findCardByCode(app, written);
  const card = await app.codeAttempts.looking(attempt, waitSeconds, find);
  if (waitSeconds !== null) return { card, wait: { code: 'TOO_MANY_ATTEMPTS', waitSeconds } };
  if (card) app.codeAttempts.found(attempt);
  return { card, wait: null };
}

/**
 * Who tries a code that somebody gives the shop to pay with. The shop's own service acts for whoever stands before it: wrong codes are
 * that customer's, and it hears what that one may hear, for it may pass that on.
 */
export function trierOf({ policy }: App, caller: Caller, network: string, customerId: string): Trier {
  if (!policy.approvals.exempt.includes(caller.actor.id)) return { caller, network };
  return { caller: { ...caller, actor: { ...caller.actor, id: customerId, role: 'CUSTOMER' } }, network: '' };
}

export interface Trier {
  readonly caller: Caller;
  readonly network: string;
}

/**
 * A stranger hears the same whatever the cause; who claimed the card, whose order holds something of it, and who is of the shop hear
 * the true one (product rule 19).
 */
export function asToldTo({ actor }: Caller, { claimedBy, holds }: GiftCard, refusal: Refusal): Refusal {
  const mayKnow =
    actor.role === 'ADMIN' ||
    actor.role === 'STAFF' ||
    claimedBy === actor.id ||
    (refusal.code === 'GIFT_CARD_HELD' && holds.some(({ customerId }) => customerId === actor.id));
  return mayKnow ? refusal : NOT_USABLE;
}

/** Why nothing can be had of a card any more, or for now, as far as who asks may know; null while it is open. */
export function closedTo(caller: Caller, card: GiftCard, now: Instant): Refusal | null {
  const { state, endedAt } = cardAsOf(card, now);
  if (state === 'OPEN') return card.isStopped ? asToldTo(caller, card, STOPPED) : null;
  return asToldTo(caller, card, {
    code: 'GIFT_CARD_ENDED',
    because: state,
    since: endedAt ?? card.updatedAt,
  });
}
