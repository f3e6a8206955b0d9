import type { Gift } from '../domain/gift-card/gift.ts';
import type { GiftCard } from '../domain/gift-card/gift-card.ts';
import type { TopUp } from '../domain/top-up.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** I46: gifts beside their cards and payments. That a payment of a gift has one is looked at from the payments. */
export async function checkGifts(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.gifts()) {
    findings.shapes(page);
    const gifts = page.flatMap(({ value }) => value ?? []);
    const [cards, payments] = await Promise.all([
      snapshot.giftCardsById(gifts.map(({ cardId }) => cardId)),
      snapshot.topUpsById(gifts.map(({ id }) => id)),
    ]);
    findings.checked('I46', gifts.length);
    for (const gift of gifts) {
      const problem = giftFault(gift, cards.get(gift.cardId)?.card, payments.get(gift.id));
      if (problem) findings.violated('I46', { record: gift.id }, problem);
    }
  }
}

/** I46, the other way round: no payment is of a gift that is not there. */
export async function checkGiftPayments(
  topUps: readonly TopUp[],
  snapshot: AuditSnapshot,
  findings: Findings,
): Promise<void> {
  const ids = topUps.filter(({ giftCard }) => giftCard?.isGift).map(({ id }) => id);
  const gifts = await snapshot.giftsById(ids);
  for (const id of ids) if (!gifts.has(id)) findings.violated('I46', { record: id }, 'there is no such gift');
}

function giftFault(gift: Gift, card: GiftCard | undefined, payment: TopUp | undefined): string | null {
  const { state, refund, amount } = gift;
  if (!payment?.giftCard?.isGift || payment.giftCard.id !== gift.cardId) return 'its payment does not pay it';
  const isPaid = payment.payments.length > 0;
  if (!isPaid) {
    if (state !== 'UNPAID' && state !== 'RECALLED') return `it is ${state}, and nobody paid it`;
    return refund === null ? null : 'it is refunded, and nobody paid it';
  }
  if (state === 'UNPAID') return 'it is UNPAID, and was paid';
  if (!card) return `there is no gift card ${gift.cardId}`;
  if (card.initial !== amount) return `it is worth ${rupees(amount)}, its card was ${rupees(card.initial)}`;
  const isMoved = state === 'CLAIMED' || state === 'RETURNED';
  if (isMoved !== (card.state === 'CLAIMED')) return `it is ${state}, and its card ${card.state}`;
  if (state === 'RETURNED' && card.claimedBy !== gift.senderId) return 'it was taken back by another';
  const given = payment.refunds?.[0]?.status ?? null;
  if (state === 'RECALLED' ? given !== refund : given !== null && refund !== 'FAILED')
    return `it is ${state} with its refund ${refund ?? 'none'}, that of its payment ${given ?? 'none'}`;
  // Recalled without a refund of ours: the provider took it back from the shop.
  const isPaidBack = state === 'RECALLED' && (refund === 'DONE' || refund === null);
  return card.state === 'CANCELLED' && !isPaidBack ? 'its card was cancelled, and nothing paid back' : null;
}
