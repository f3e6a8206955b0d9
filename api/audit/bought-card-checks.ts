import type { GiftCard } from '../domain/gift-card/gift-card.ts';
import type { TopUp } from '../domain/top-up.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** I44: payments that buy a gift card beside that card. */
export async function checkPurchases(
  topUps: readonly TopUp[],
  snapshot: AuditSnapshot,
  findings: Findings,
): Promise<void> {
  const purchases = topUps.filter(({ giftCard }) => giftCard);
  const cards = await snapshot.giftCardsById(purchases.flatMap(({ giftCard }) => giftCard?.id ?? []));
  findings.checked('I44', purchases.length);
  for (const payment of purchases) {
    const problem = purchaseFault(payment, cards.get(payment.giftCard?.id ?? '')?.card);
    if (problem) findings.violated('I44', { record: payment.id }, problem);
  }
}

/** I44, the other way round: cards that say that they were bought beside their payments. */
export async function checkBoughtCards(
  cards: readonly GiftCard[],
  snapshot: AuditSnapshot,
  findings: Findings,
): Promise<void> {
  const payments = await snapshot.topUpsById(cards.flatMap(({ bought }) => bought?.paymentId ?? []));
  for (const { id, bought } of cards) {
    if (!bought) continue;
    findings.checked('I44');
    const payment = payments.get(bought.paymentId);
    if (payment?.giftCard?.id !== id)
      findings.violated('I44', { record: id }, `payment ${bought.paymentId} does not buy it`);
  }
}

function purchaseFault(
  { id, walletId, status, payments, giftCard }: TopUp,
  card: GiftCard | undefined,
): string | null {
  const [payment, ...more] = payments;
  if (!payment) return card ? `it is ${status}, and there is a gift card ${card.id} of it` : null;
  if (more.length > 0) return `${payments.length} payments were used for one gift card`;
  if (!card) return `there is no gift card ${giftCard?.id}`;
  if (card.bought?.paymentId !== id || card.bought.by !== walletId)
    return `gift card ${card.id} is of another`;
  if (card.initial === payment.amount && card.funding === 'PURCHASED') return null;
  return `gift card ${card.id} was ${card.funding} with ${rupees(card.initial)}, and ${rupees(payment.amount)} were collected`;
}
