import type { Paise } from '../../domain/money.ts';
import type { PaymentReport } from '../../domain/top-up.ts';

/** Checks what Razorpay sends before anything believes it. Everything here answers null for what it does not know. */

export type Json = Readonly<Record<string, unknown>>;

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const LONGEST_REASON = 200;

/** A JSON object; null for anything else. */
export function objectOf(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** An id of Razorpay's, such as `pay_DESlfW9H8K9uqM`. */
export function idOf(value: unknown): string | null {
  return typeof value === 'string' && ID.test(value) ? value : null;
}

/** An amount in paise: a whole number that JSON can hold exactly. */
export function paiseOf(value: unknown): Paise | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : null;
}

/** Paise as Razorpay's JSON has them: a whole number. Top-ups are far below what a number holds exactly. */
export function inJson(value: Paise): number {
  return Number(value);
}

/** An https address, or null. It is shown to the customer and never fetched. */
export function addressOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2_000 || !URL.canParse(value)) return null;
  return new URL(value).protocol === 'https:' ? value : null;
}

export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST_REASON);
  return text === '' ? null : text;
}

/**
 * What a payment of Razorpay's amounts to for us. What was given back meanwhile was not collected: the rest then differs from
 * what was asked for, and a person looks at it.
 */
export function reportOfPayment(payment: Json | null): PaymentReport | null {
  const paymentId = idOf(payment?.['id']);
  const amount = collectedOf(payment);
  const currency = textOf(payment?.['currency']);
  switch (payment?.['status']) {
    case 'captured':
    case 'refunded':
      return paymentId && amount !== null && currency
        ? { kind: 'CAPTURED', paymentId, amount, currency }
        : null;
    case 'created':
    case 'authorized':
      return { kind: 'PROCESSING' };
    case 'failed':
      return declined(payment['error_description']);
    default:
      return null;
  }
}

function collectedOf(payment: Json | null): Paise | null {
  const amount = paiseOf(payment?.['amount']);
  const refunded = paiseOf(payment?.['amount_refunded'] ?? 0);
  return amount === null || refunded === null || refunded > amount ? null : amount - refunded;
}

/** An attempt that failed, in the provider's words where it has some that a customer can read. A link takes further ones. */
export function declined(description: unknown): PaymentReport {
  return { kind: 'DECLINED', reason: textOf(description) ?? 'The bank did not confirm the payment.' };
}
