import { createHash } from 'node:crypto';
import type { PaymentClaim, PaymentNotice } from '../../domain/payment-event.ts';
import type { PaymentReport } from '../../domain/top-up.ts';
import type { RawNotification } from '../payment-provider.ts';
import { isSigned } from '../signature.ts';
import { declined, idOf, objectOf, paiseOf, reportOfPayment, textOf, type Json } from './answers.ts';

/**
 * Reads a webhook of Razorpay: HMAC-SHA256 over the raw body in `X-Razorpay-Signature`, the event's id in
 * `X-Razorpay-Event-Id`. Null when no secret made the signature.
 */
export function readRazorpayNotification(
  { body, headers }: RawNotification,
  secrets: readonly string[],
): PaymentNotice | null {
  if (!isSigned(body, headers['x-razorpay-signature'], secrets)) return null;
  // Without an id of its own, an event is known by its content: sent again, it is the same one.
  const eventId =
    idOf(headers['x-razorpay-event-id']) ?? createHash('sha256').update(body).digest('base64url');
  const event = parsed(body);
  const name = textOf(event?.['event']) ?? 'unreadable';
  const payload = objectOf(event?.['payload']);
  const link = entityOf(payload, 'payment_link');
  const payment = entityOf(payload, 'payment');
  const ids = [link?.['id'], entityOf(payload, 'qr_code')?.['id'], link?.['order_id'], payment?.['order_id']];
  const providerIds = [...new Set(ids.map(idOf).filter((id) => id !== null))];
  const reference = textOf(link?.['reference_id']) ?? textOf(objectOf(payment?.['notes'])?.['reference']);
  const claim = disputeOf(entityOf(payload, 'dispute')) ?? refundOf(entityOf(payload, 'refund'), payment);
  const report = claim ? null : reportOf(name, payment);
  return { eventId, name, report, providerIds, reference, claim };
}

const REFUNDS: Readonly<Record<string, PaymentClaim['state']>> = {
  created: 'PENDING',
  pending: 'PENDING',
  processed: 'FINAL',
  failed: 'DROPPED',
};

/** What was never captured goes back by itself, and was never ours. */
function refundOf(refund: Json | null, payment: Json | null): PaymentClaim | null {
  return payment?.['captured'] === false ? null : claimOfRefund(refund);
}

/** What a refund of Razorpay's amounts to for us; null for what cannot be believed. */
export function claimOfRefund(refund: Json | null): PaymentClaim | null {
  const receipt = textOf(refund?.['receipt']);
  return claimOf('REFUND', refund, REFUNDS[String(refund?.['status'])], {
    amount: refund?.['amount'],
    receipt,
  });
}

const DISPUTES: Readonly<Record<string, PaymentClaim['state']>> = {
  open: 'PENDING',
  under_review: 'PENDING',
  action_required: 'PENDING',
  lost: 'FINAL',
  won: 'DROPPED',
  closed: 'DROPPED',
};

/** Its status is read from the dispute itself: an event's name only says what happened last. */
function disputeOf(dispute: Json | null): PaymentClaim | null {
  const state = DISPUTES[String(dispute?.['status'])];
  const deducted = paiseOf(dispute?.['amount_deducted']) ?? 0n;
  const isLess = state === 'FINAL' && deducted > 0n;
  const amount = dispute?.[isLess ? 'amount_deducted' : 'amount'];
  return claimOf('DISPUTE', dispute, state, { amount, receipt: null });
}

function claimOf(
  kind: PaymentClaim['kind'],
  entity: Json | null,
  state: PaymentClaim['state'] | undefined,
  more: { readonly amount: unknown; readonly receipt: string | null },
): PaymentClaim | null {
  const id = idOf(entity?.['id']);
  const paymentId = idOf(entity?.['payment_id']);
  const amount = paiseOf(more.amount);
  const currency = textOf(entity?.['currency']);
  if (!id || !paymentId || !amount || !currency || !state) return null;
  return { kind, id, paymentId, amount, currency, state, receipt: more.receipt };
}

function reportOf(name: string, payment: Json | null): PaymentReport | null {
  switch (name) {
    case 'payment_link.paid':
    case 'payment_link.partially_paid':
    case 'order.paid':
    case 'payment.captured':
    case 'qr_code.credited':
      return reportOfPayment(payment);
    case 'payment.authorized':
      return { kind: 'PROCESSING' };
    case 'payment.failed':
      return declined(payment?.['error_description']);
    case 'payment_link.cancelled':
      return { kind: 'FAILED', reason: 'The payment was cancelled.' };
    case 'payment_link.expired':
      return { kind: 'EXPIRED' };
    default:
      return null;
  }
}

function entityOf(payload: Json | null, name: string): Json | null {
  return objectOf(objectOf(payload?.[name])?.['entity']);
}

function parsed(body: Buffer): Json | null {
  try {
    return objectOf(JSON.parse(body.toString('utf8')));
  } catch {
    return null;
  }
}
