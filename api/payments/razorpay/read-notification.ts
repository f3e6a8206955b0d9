import { createHash } from 'node:crypto';
import type { PaymentNotice } from '../../domain/payment-event.ts';
import type { PaymentReport } from '../../domain/top-up.ts';
import type { RawNotification } from '../payment-provider.ts';
import { isSigned } from '../signature.ts';
import { declined, idOf, objectOf, reportOfPayment, textOf, type Json } from './answers.ts';

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
  return { eventId, name, report: reportOf(name, payment), providerIds, reference };
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
