import type { PaymentEvent, PaymentEventStatus } from '../domain/payment-event.ts';

/** A notification once it has been looked at. */
export function closed(
  event: PaymentEvent,
  status: PaymentEventStatus,
  closing: Pick<PaymentEvent, 'topUpId' | 'problem'>,
  now: number,
): PaymentEvent {
  return { ...event, ...closing, status, version: event.version + 1, processedAt: now, nextLookAt: null };
}
