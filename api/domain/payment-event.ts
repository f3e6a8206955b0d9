import type { Instant } from './calendar.ts';
import type { PaymentReport } from './top-up.ts';

/**
 * RECEIVED: stored, not looked at yet. APPLIED: it changed a top-up. NO_CHANGE: it said nothing new. REVIEW: it does not fit
 * and waits for a person. IGNORED: it is about something other than top-ups.
 */
export type PaymentEventStatus = 'RECEIVED' | 'APPLIED' | 'NO_CHANGE' | 'REVIEW' | 'IGNORED';

/** A notification of the payment provider, reduced to what settling needs: no name, phone number, card or UPI id. */
export interface PaymentNotice {
  /** The provider's id of the notification; it sends the same one again under the same id. */
  readonly eventId: string;
  /** What the provider calls such a notification. */
  readonly name: string;
  /** Null when it is about something else than a payment on its way in. */
  readonly report: PaymentReport | null;
  /** Everything in it that names an order, link or code of the provider's. */
  readonly providerIds: readonly string[];
  /** Our reference, where it repeats one. A hint only: a top-up is known by the provider's ids. */
  readonly reference: string | null;
}

/** A notification as it is kept: once per provider and event id. */
export interface PaymentEvent extends PaymentNotice {
  /** The provider and the event id. */
  readonly id: string;
  readonly provider: string;
  readonly version: number;
  readonly status: PaymentEventStatus;
  readonly topUpId: string | null;
  /** What does not fit; null when all does. */
  readonly problem: string | null;
  readonly receivedAt: Instant;
  readonly processedAt: Instant | null;
}

/** Names a notification: the same one sent twice has the same id. */
export function paymentEventId(provider: string, eventId: string): string {
  return `${provider}:${eventId}`;
}
