import { CLAIM_NAME } from '../domain/gift-card/card-entries.ts';
import { decideCard } from '../domain/gift-card/decide-card.ts';
import { sourceOf } from '../domain/gift-card/gift-card.ts';
import { endedGift, giftEnded, giftStatus, mayBeReturned, type Gift } from '../domain/gift-card/gift.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { CreditEntry } from '../domain/wallet/entries.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { findGiftByToken, type LinkedGift } from './gift-links.ts';
import { putCard } from './issue-gift-cards.ts';
import type { Done, Refused } from './outcome.ts';
import { actOnWallet, answered, request, type Request } from './wallet-use-case.ts';

export interface ClaimGift {
  readonly token: string;
  readonly customerId: string;
  readonly idempotencyKey: string;
}

export interface ReturnGift {
  readonly giftId: string;
  readonly idempotencyKey: string;
}

interface Claiming {
  readonly idempotencyKey: string;
  readonly giftId: string;
  readonly cardId: string;
  /** What its link was known by; null where its sender takes it back. */
  readonly codeId: string | null;
}

const NOT_FOUND: Refusal = { code: 'GIFT_NOT_FOUND' };
/** What credits of a gift say of why they are there. */
const REASON = 'Gift';

/** One transaction empties the card of the gift, credits the wallet and ends the gift. */
const useCase: UseCase<Request<Claiming>, Done<CreditEntry> | Refused> = {
  name: 'claimGift',
  reads: ({ walletId, entryId, input: { giftId, cardId } }) => ({
    ...{ wallets: [walletId], key: entryId, giftCards: [cardId], gifts: [giftId] },
  }),
  decide: (asked, work, context) => {
    const first = answered<CreditEntry>('CREDIT', asked, work, context);
    if (first) return first;
    const { walletId: customerId, entryId, intent, caller, input } = asked;
    const { now, policy } = context;
    const gift = work.get('gifts', input.giftId);
    const card = work.get('giftCards', input.cardId);
    // It has another link since it was looked up.
    if (!gift || !card || (input.codeId !== null && card.codeId !== input.codeId))
      return { refused: NOT_FOUND };
    const isBack = input.codeId === null;
    if (!(isBack ? mayBeReturned(gift, now) : mayBeClaimed(gift, now)))
      return { refused: giftEnded(gift, now) };
    const decided = decideCard(card, { kind: 'CLAIM', customerId, entryId }, card.id, {
      ...{ ...caller, now, terms: policy.giftCards, name: CLAIM_NAME, intent },
    });
    if (isRefusal(decided))
      return { refused: decided.code === 'GIFT_CARD_STOPPED' ? decided : giftEnded(gift, now) };
    const { remaining: amount, expiresAt: expiresOn } = card;
    const origin = { kind: 'GIFT_CARD', giftCardId: card.id } as const;
    const credit = { source: sourceOf(card), reason: REASON, expiresOn, orderId: null, origin };
    const done = actOnWallet<CreditEntry>({ kind: 'CREDIT', amount, ...credit }, asked, work, context);
    if ('refused' in done) return done;
    putCard(work, decided);
    work.put('gifts', gift.id, endedGift(gift, isBack ? 'RETURNED' : 'CLAIMED', now));
    return done;
  },
};

/** Whoever has the link has had the mail, also where a crash left nothing that says so. */
function mayBeClaimed(gift: Gift, now: number): boolean {
  return ['SCHEDULED', 'SENT', 'UNCLAIMED'].includes(giftStatus(gift, now));
}

/** Moves a gift as a whole into a customer's wallet. Wrong links are counted with wrong codes; after some the next has to wait. */
export function claimGift(
  app: App,
  caller: Caller,
  network: string,
  { token, customerId, idempotencyKey }: ClaimGift,
): Promise<Done<CreditEntry> | Refused> {
  return app.codeAttempts.evenly(async () => {
    const { found, wait } = await lookUp(app, caller.actor.id, network, token);
    if (wait || !found) return { refused: wait ?? NOT_FOUND };
    const { gift, card } = found;
    const claiming = { idempotencyKey, giftId: gift.id, cardId: card.id, codeId: card.codeId };
    return app.engine.submit(useCase, request(useCase.name, caller, customerId, claiming));
  });
}

/** Moves a gift that nobody claimed, or that could not be refunded, into the wallet of its sender. */
export async function returnGift(
  app: App,
  caller: Caller,
  { giftId, idempotencyKey }: ReturnGift,
): Promise<Done<CreditEntry> | Refused> {
  const gift = (await app.stores.gifts.load([giftId])).get(giftId);
  if (!gift) return { refused: NOT_FOUND };
  const claiming = { idempotencyKey, giftId, cardId: gift.cardId, codeId: null };
  return app.engine.submit(useCase, request(useCase.name, caller, gift.senderId, claiming));
}

/** The gift of a link, for whoever has that, signed in or not; null where there is none, and for who tried too many. */
export function lookAtGift(
  app: App,
  personId: string | null,
  network: string,
  token: string,
): Promise<Gift | null> {
  return app.codeAttempts.evenly(async () => {
    const { found, wait } = await lookUp(app, personId, network, token);
    return wait ? null : (found?.gift ?? null);
  });
}

interface LookedUp {
  readonly found: LinkedGift | null;
  /** Set for who tried too many. */
  readonly wait: Refusal | null;
}

async function lookUp(app: App, personId: string | null, network: string, token: string): Promise<LookedUp> {
  const attempt = { personId, network };
  const waitSeconds = app.codeAttempts.begin(attempt);
  const find = () => findGiftByToken(app, token);
  const found = await app.codeAttempts.looking(attempt, waitSeconds, find);
  if (waitSeconds !== null) return { found, wait: { code: 'TOO_MANY_ATTEMPTS', waitSeconds } };
  if (found) app.codeAttempts.found(attempt);
  return { found, wait: null };
}
