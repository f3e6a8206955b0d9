import { decideCard } from '../domain/gift-card/decide-card.ts';
import { cardEntryId } from '../domain/gift-card/card-entries.ts';
import { changedGift } from '../domain/gift-card/gift.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { TopUp, TopUpRefund } from '../domain/top-up.ts';
import type { Step } from './checkout-steps.ts';
import { putCard } from './issue-gift-cards.ts';
import { keyDigest } from './idempotency.ts';

/** The name within its card of the entry by which what was recalled leaves it. */
const RECALL = 'recall';

/** What goes back to where a gift was paid from, before the provider was asked for it. */
export function refundOfGift(
  { id, payments, giftCard }: TopUp,
  { caller: { actor }, context: { now } }: Step,
): TopUpRefund {
  const [payment] = payments;
  if (!payment || !giftCard) throw new Error(`There is no payment of gift ${id}.`);
  return {
    ...{ status: 'PROCESSING', paymentId: payment.id, amount: payment.amount },
    // Not of a wallet: what it would have left there stays on the card of the gift until it has gone back.
    ...{ creditId: cardEntryId(giftCard.id, 'issue'), holdId: cardEntryId(giftCard.id, RECALL) },
    ...{ receipt: `gi-${keyDigest(id)}`, refundId: null, by: actor, at: now, endedAt: null },
  };
}

/** What has come of the refund of a recalled gift: given back, its card is empty; failed, its sender may take it back. */
export function endGiftRefund(
  { work, context: { now, policy }, caller }: Step,
  giftId: string,
  { receipt }: TopUpRefund,
  status: 'DONE' | 'FAILED',
): void {
  const gift = work.get('gifts', giftId);
  if (!gift) throw new Error(`There is no gift ${giftId}.`);
  work.put('gifts', giftId, changedGift(gift, { refund: status }, now));
  const card = work.get('giftCards', gift.cardId);
  if (status === 'FAILED' || !card) return;
  const reason = `Recalled, and paid back to where it was paid from: ${receipt}`;
  const decided = decideCard(card, { kind: 'CANCEL', reason }, card.id, {
    ...{ ...caller, now, terms: policy.giftCards, name: RECALL, intent: null },
  });
  // Its time came while it was on its way back: then there is nothing left to take.
  if (!isRefusal(decided)) putCard(work, decided);
}
