import { cardPartsOf, checkoutDebitId } from '../../domain/checkout.ts';
import { meansOf, type PaidMeans } from '../../domain/checkout-refund.ts';
import { sum } from '../../domain/money.ts';
import type { PaymentReview } from '../../domain/payment-review.ts';
import type { TopUp } from '../../domain/top-up.ts';
import type { App } from '../app.ts';
import type { CheckoutState } from '../start-checkout.ts';

/** What each means paid of a checkout and what of that went back, as a refund would find it now. */
export async function findMeans(app: App, { checkout, payment }: CheckoutState): Promise<PaidMeans> {
  const { giftCards, journal } = app.stores;
  const ids = cardPartsOf(checkout).map(({ cardId }) => cardId);
  const isPaid = checkout.status === 'PAID';
  const [cards, refunds, reviews] = await Promise.all([
    isPaid && ids.length > 0 ? giftCards.load(ids) : new Map(),
    isPaid ? journal.refundsOf([checkoutDebitId(checkout.id)]) : [],
    isPaid ? claimsOn(app, payment) : [],
  ]);
  const walletBack = sum(refunds.map(({ amount }) => amount));
  return meansOf(checkout, payment, cards, { reviews, walletBack, now: app.now() });
}

/** The reviews that say what the provider gave back of a payment by itself, and what of it is disputed. */
export async function claimsOn(
  { stores }: App,
  payment: Pick<TopUp, 'provider' | 'payments'> | null,
): Promise<PaymentReview[]> {
  if (!payment) return [];
  const ids = payment.payments.map(({ id }) => id);
  return (await stores.paymentReviews.ofPayments(payment.provider, ids)).filter(
    ({ claim }) => claim !== null,
  );
}
