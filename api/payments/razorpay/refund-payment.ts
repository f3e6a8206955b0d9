import type { RefundStatus } from '../../domain/payment-review.ts';
import {
  PaymentUnavailable,
  RefundRefused,
  REFUNDS_AT_ONCE,
  type RefundAnswer,
  type RefundOrder,
  type RefundPage,
} from '../payment-provider.ts';
import type { Instant } from '../../domain/calendar.ts';
import { idOf, inJson, objectOf, type Json } from './answers.ts';
import { RazorpayRefusal, type RazorpayApi } from './razorpay-api.ts';
import { claimOfRefund } from './read-notification.ts';

const STATUSES: Readonly<Record<string, RefundStatus>> = {
  pending: 'PROCESSING',
  processed: 'DONE',
  failed: 'FAILED',
};

/** What Razorpay says of a payment that cannot be refunded. Others, such as a wrong key, may be over the next time. */
const FINAL = [400, 404, 422];

/**
 * Refunds a payment in part or whole. Razorpay takes `X-Refund-Idempotency` once, so a call that is repeated answers the refund
 * that the first one made; the receipt comes back with its notifications.
 */
export async function refundPayment(api: RazorpayApi, order: RefundOrder): Promise<RefundAnswer> {
  const { paymentId, amount, receipt } = order;
  const path = `payments/${encodeURIComponent(paymentId)}/refund`;
  const answer = await api
    .post(path, { amount: inJson(amount), receipt }, { 'x-refund-idempotency': receipt })
    .catch((error: unknown) => {
      const isFinal = error instanceof RazorpayRefusal && FINAL.includes(error.status);
      throw isFinal ? new RefundRefused({ cause: error }) : error;
    });
  return answerOf(answer, order);
}

/**
 * The refund of a payment that has our receipt. A payment is refunded in few parts, so one page has them all; were it full
 * without ours, that would not mean that there is none.
 */
export async function findRefund(api: RazorpayApi, order: RefundOrder): Promise<RefundAnswer | null> {
  const path = `payments/${encodeURIComponent(order.paymentId)}/refunds?count=${REFUNDS_AT_ONCE}`;
  const { items } = await api.get(path);
  if (!Array.isArray(items)) throw new PaymentUnavailable('Razorpay answered without refunds.');
  const ours = items.map(objectOf).find((refund) => refund?.['receipt'] === order.receipt);
  if (ours) return answerOf(ours, order);
  if (items.length >= REFUNDS_AT_ONCE) throw new PaymentUnavailable('Razorpay knows too many refunds of it.');
  return null;
}

function answerOf(refund: Json, { paymentId, amount }: RefundOrder): RefundAnswer {
  const refundId = idOf(refund['id']);
  const status = STATUSES[String(refund['status'])];
  const isOurs = refund['payment_id'] === paymentId && refund['amount'] === inJson(amount);
  if (!refundId || !status || !isOurs)
    throw new PaymentUnavailable('Razorpay answered about another refund.');
  return { refundId, status };
}

/** The refunds of the account that were made since an instant, a page after so many. One that cannot be believed is left out. */
export async function refundsMadeSince(api: RazorpayApi, since: Instant, skip: number): Promise<RefundPage> {
  const from = Math.floor(since / 1_000);
  const { items } = await api.get(`refunds?from=${from}&count=${REFUNDS_AT_ONCE}&skip=${skip}`);
  if (!Array.isArray(items)) throw new PaymentUnavailable('Razorpay answered without refunds.');
  const refunds = items.map((item) => claimOfRefund(objectOf(item))).filter((claim) => claim !== null);
  return { refunds, isMore: items.length >= REFUNDS_AT_ONCE };
}
