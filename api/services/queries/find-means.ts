import { cardPartsOf, checkoutDebitId, walletPartOf } from '../../domain/checkout.ts';
import { meansOf, type PaidMeans } from '../../domain/checkout-refund.ts';
import { sum } from '../../domain/money.ts';
import type { PaymentReview } from '../../domain/payment-review.ts';
import type { TopUp } from '../../domain/top-up.ts';
import type { App } from '../app.ts';
import type { CheckoutState } from '../start-checkout.ts';

/**
 * What each means paid of checkouts and what of that went back, as a refund would find it now: in the order of the checkouts, by as
 * few questions for many as for one.
 */
export async function findMeans(app: App, states: readonly CheckoutState[]): Promise<PaidMeans[]> {
  const { giftCards, journal } = app.stores;
  const paid = states.filter(({ checkout }) => checkout.status === 'PAID');
  const ids = [...new Set(paid.flatMap(({ checkout }) => cardPartsOf(checkout).map(({ cardId }) => cardId)))];
  const debits = paid.flatMap(({ checkout }) => (walletPartOf(checkout) ? checkoutDebitId(checkout.id) : []));
  const [cards, refunds, reviews] = await Promise.all([
    ids.length > 0 ? giftCards.load(ids) : new Map(),
    debits.length > 0 ? journal.refundsOf(debits) : [],
    claimsOnAll(
      app,
      paid.flatMap(({ payment }) => payment ?? []),
    ),
  ]);
  const now = app.now();
  return states.map(({ checkout, payment }) => {
    const debitId = checkoutDebitId(checkout.id);
    const back = refunds.filter((refund) => refund.debitId === debitId).map(({ amount }) => amount);
    const claims =
      checkout.status === 'PAID' && payment ? reviews.filter((review) => isOn(payment, review)) : [];
    return meansOf(checkout, payment, cards, { reviews: claims, walletBack: sum(back), now });
  });
}

type Paid = Pick<TopUp, 'provider' | 'payments'>;

/** The reviews that say what the provider gave back of a payment by itself, and what of it is disputed. */
export function claimsOn(app: App, payment: Paid | null): Promise<PaymentReview[]> {
  return claimsOnAll(app, payment ? [payment] : []);
}

async function claimsOnAll({ stores }: App, payments: readonly Paid[]): Promise<PaymentReview[]> {
  const providers = [...new Set(payments.map(({ provider }) => provider))];
  const reviews = await Promise.all(
    providers.map((name) => {
      const of = payments.filter(({ provider }) => provider === name).flatMap((payment) => payment.payments);
      return stores.paymentReviews.ofPayments(
        name,
        of.map(({ id }) => id),
      );
    }),
  );
  return reviews.flat().filter(({ claim }) => claim !== null);
}

function isOn({ provider, payments }: Paid, review: PaymentReview): boolean {
  return review.provider === provider && payments.some(({ id }) => id === review.paymentId);
}
