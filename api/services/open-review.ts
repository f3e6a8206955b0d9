import type { Actor } from '../domain/actor.ts';
import { CURRENCY, formatRupees, type Paise } from '../domain/money.ts';
import {
  changedReview,
  isOfUnknown,
  openedReview,
  reviewIdOf,
  type PaymentReview,
  type ReviewKind,
} from '../domain/payment-review.ts';
import type { DoubtKind, PaymentReport, TopUp } from '../domain/top-up.ts';
import type { Scope } from '../ledger/working-set.ts';

/** Acts for the provider in journals and reviews: nobody who can sign in. */
export const PAYMENTS: Actor = { id: 'payments', role: 'SYSTEM', channel: 'PAYMENT' };

export type Collected = Extract<PaymentReport, { kind: 'CAPTURED' }>;

/** Opens the review of a payment that fits its top-up only in part; one of which nothing was known until now is about that since. */
export function reviewDoubt(
  work: Scope,
  topUp: TopUp,
  kind: DoubtKind,
  { paymentId, amount, currency }: Collected,
  now: number,
): void {
  const { provider, id: topUpId, walletId, amount: expected } = topUp;
  const id = reviewIdOf(provider, 'payment', paymentId);
  const known = work.get('paymentReviews', id);
  if (known && !isOfUnknown(known)) return;
  const problem = problemOf(kind, topUp, amount, currency);
  const found = { kind: KINDS[kind], expected, topUpId, walletId, problem, collected: amount, currency };
  const review = known
    ? changedReview(known, found, now)
    : openedReview({ id, provider, paymentId, providerReference: paymentId, ...found }, now);
  work.put('paymentReviews', id, amount === 0n ? given(review, now) : review);
}

/** Opens the review of a payment that fits no top-up. */
export function reviewUnknown(
  work: Scope,
  provider: string,
  { paymentId, amount, currency }: Collected,
  reference: string | null,
  now: number,
): void {
  const id = reviewIdOf(provider, 'payment', paymentId);
  if (work.get('paymentReviews', id)) return;
  const named =
    reference === null ? '' : ` It says that it is for ${reference.slice(0, 40)}, which nothing confirms.`;
  const problem = `Collected for a payment that is in no book of ours.${named}`;
  const facts = { id, provider, kind: 'UNKNOWN_ORDER', paymentId, providerReference: paymentId } as const;
  const review = openedReview({ ...facts, collected: amount, currency, problem }, now);
  work.put('paymentReviews', id, amount === 0n ? given(review, now) : review);
}

/** What was given back before anybody looked needs nobody any more. */
export function given(review: PaymentReview, now: number): PaymentReview {
  const ending = { by: PAYMENTS, at: now, reason: 'All of it was given back at the provider.' };
  return changedReview(review, { status: 'REFUNDED', collected: 0n, ending, nextTryAt: null }, now);
}

const KINDS: Readonly<Record<DoubtKind, ReviewKind>> = {
  AMOUNT_MISMATCH: 'AMOUNT_MISMATCH',
  CURRENCY_MISMATCH: 'CURRENCY_MISMATCH',
  LATE_PAYMENT: 'LATE_PAYMENT',
  CHECKOUT_ENDED: 'CHECKOUT_ENDED',
  ORDER_MISMATCH: 'UNKNOWN_ORDER',
};

function problemOf(
  kind: DoubtKind,
  { reference, amount, checkout, giftCard, payments }: TopUp,
  collected: Paise,
  currency: string,
): string {
  const asked = `₹${formatRupees(amount)}`;
  switch (kind) {
    case 'AMOUNT_MISMATCH':
      return `Collected, less what was given back, is ₹${formatRupees(collected)}; asked for ${reference} was ${asked}.`;
    case 'CURRENCY_MISMATCH':
      return `Collected in ${currency}, asked for ${reference} was ${asked} in ${CURRENCY}.`;
    case 'CHECKOUT_ENDED':
      return `The checkout of order ${checkout?.orderId ?? ''} had ended, and can no longer be paid by ${reference}.`;
    case 'LATE_PAYMENT':
      if (checkout) return `The checkout of order ${checkout.orderId} is paid already: it was paid twice.`;
      if (giftCard && payments.length === 0)
        return `The gift of ${reference} was recalled before it was paid.`;
      if (giftCard) return `The gift card of ${reference} is paid already: it was paid twice.`;
      return `${reference} had been renewed and is settled by another payment: it was paid twice.`;
    case 'ORDER_MISMATCH':
      return `It names ${reference} and something else besides, or was credited for another top-up.`;
  }
}
