import type { Instant } from './calendar.ts';
import type { Paise } from './money.ts';
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
  /** What it says of money that goes back; null or left out where it says nothing of that. */
  readonly claim?: PaymentClaim | null;
}

/** A refund or a dispute of a payment: money that was collected and goes, or may go, back to where it came from. */
export interface PaymentClaim {
  readonly kind: 'REFUND' | 'DISPUTE';
  /** The provider's id of the refund or dispute. */
  readonly id: string;
  readonly paymentId: string;
  /** In hundredths of `currency`. */
  readonly amount: Paise;
  readonly currency: string;
  /** PENDING: nothing has been taken from us yet. FINAL: it has. DROPPED: it will not be. */
  readonly state: 'PENDING' | 'FINAL' | 'DROPPED';
  /** What we called the refund when we asked for it; null where we did not. */
  readonly receipt: string | null;
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
  /** How often it was looked at in vain. Left out while it never was. */
  readonly attempts?: number;
  /** When it is looked at again; null once that is done. Left out by older releases. */
  readonly nextLookAt?: Instant | null;
}

/** A notification is looked at right after it was stored; one that has waited longer was left by a process that ended. */
export const LEFT_AFTER_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * The notification after it was looked at in vain: the next look waits ten seconds, then ever twice as long up to an hour, so
 * that one that never gets anywhere costs the others nothing.
 */
export function postponed(event: PaymentEvent, now: Instant): PaymentEvent {
  const { attempts = 0, version } = event;
  const wait = Math.min(LONGEST_WAIT_MS, LEFT_AFTER_MS * 2 ** Math.min(attempts, 20));
  return { ...event, version: version + 1, attempts: attempts + 1, nextLookAt: now + wait };
}

/** Names a notification: the same one sent twice has the same id. */
export function paymentEventId(provider: string, eventId: string): string {
  return `${provider}:${eventId}`;
}
