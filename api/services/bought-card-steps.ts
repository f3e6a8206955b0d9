import { addDays, endOfDay } from '../domain/calendar.ts';
import { decideCard } from '../domain/gift-card/decide-card.ts';
import { FIRST_LINK, paidGift } from '../domain/gift-card/gift.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { DoubtKind, TopUp } from '../domain/top-up.ts';
import type { App } from './app.ts';
import type { Step } from './checkout-steps.ts';
import { boughtCall, newGiftCode } from './gift-codes.ts';
import { linkOnCard } from './gift-links.ts';
import { keyDigest } from './idempotency.ts';
import { ISSUE, putCard } from './issue-gift-cards.ts';

/** The id of the card that a payment buys. */
export function boughtCardId(paymentId: string): string {
  return `gc_${keyDigest(paymentId)}`;
}

/**
 * Makes the card that was paid for, in the transaction that settles its payment, however late that comes. Answers why what was
 * collected waits for a person instead, and then nothing is written.
 */
export function makeBoughtCard(
  { work, context: { now, policy }, caller }: Step,
  app: Pick<App, 'seals'>,
  { id: paymentId, walletId: by, amount, reference, giftCard, intent }: TopUp,
): DoubtKind | null {
  if (!giftCard) throw new Error(`Payment ${paymentId} buys no gift card.`);
  if (work.get('giftCards', giftCard.id)) return 'LATE_PAYMENT';
  const gift = giftCard.isGift && work.get('gifts', paymentId);
  // Its sender has called it off before it was paid.
  if (gift && gift.state !== 'UNPAID') return 'LATE_PAYMENT';
  const onCard = gift
    ? linkOnCard(app, paymentId, FIRST_LINK)
    : newGiftCode(app, giftCard.id, boughtCall(paymentId)).onCard;
  const expiresAt = endOfDay(addDays(now, policy.giftCards.days));
  const issue = {
    kind: 'ISSUE',
    amount,
    funding: 'PURCHASED',
    expiresAt,
    reason: `Bought: ${reference}`,
  } as const;
  const bought = { by, paymentId, ...(gift && { isGift: true as const }) };
  // What a card may be was asked when it was begun to be bought: what was paid for is not refused since.
  const terms = { ...policy.giftCards, amount: { min: amount, max: amount } };
  const decided = decideCard(null, { ...issue, ...onCard, bought }, giftCard.id, {
    ...{ ...caller, now, terms, name: ISSUE, intent },
  });
  if (isRefusal(decided))
    throw new Error(`The gift card of ${reference} could not be made: ${decided.code}.`);
  putCard(work, decided);
  if (gift) work.put('gifts', gift.id, paidGift(gift, expiresAt, now));
  return null;
}
