import type { Instant } from '../domain/calendar.ts';
import type { Paise } from '../domain/money.ts';
import type { PaymentClaim, PaymentNotice } from '../domain/payment-event.ts';
import type { RefundStatus } from '../domain/payment-review.ts';
import type { PaymentMethod, PaymentOffer, PaymentReport } from '../domain/top-up.ts';
import type { CallProblem, PaymentObserver, ProviderHealth } from './payment-observer.ts';

/** What a provider is asked to collect. */
export interface PaymentOrder {
  /** Ours, and unique: asking again with the same one answers the same payment. */
  readonly reference: string;
  readonly amount: Paise;
  readonly method: PaymentMethod;
  readonly expiresAt: Instant;
}

/** What a provider knows of a payment now. */
export interface PaymentState {
  /** What it calls the payment, its order included once there is one. */
  readonly providerIds: readonly string[];
  readonly reports: readonly PaymentReport[];
}

/** A notification as it came over HTTP. */
export interface RawNotification {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A payment, or a part of it, that goes back to where it came from. */
export interface RefundOrder {
  readonly paymentId: string;
  /** In hundredths of the payment's currency. */
  readonly amount: Paise;
  /** Ours, and unique: asking again with the same one answers the same refund. */
  readonly receipt: string;
}

export interface RefundAnswer {
  /** The provider's id of the refund. */
  readonly refundId: string;
  readonly status: RefundStatus;
}

/** A page of the refunds that a provider knows. */
export interface RefundPage {
  readonly refunds: readonly PaymentClaim[];
  readonly isMore: boolean;
}

/** How many refunds a provider is asked for at a time. */
export const REFUNDS_AT_ONCE = 100;

/** Collects money for us. Card numbers and UPI ids stay with it. */
export interface PaymentProvider {
  readonly name: string;
  /** Makes the payment; throws `PaymentUnavailable` when it cannot, and then nothing is collected. */
  open(order: PaymentOrder): Promise<PaymentOffer>;
  /** What has become of a payment that it calls by these names; throws `PaymentUnavailable` when it does not answer. */
  lookUp(providerIds: readonly string[]): Promise<PaymentState>;
  /**
   * Sees to it that by nothing of these names can be paid any more, and says what had come of them until then: only what was
   * collected or is being confirmed. Throws `PaymentUnavailable` where that is not certain.
   */
  withdraw(providerIds: readonly string[]): Promise<PaymentState>;
  /** Gives money back. Throws `RefundRefused` when it will not, and `PaymentUnavailable` when it is not known whether it did. */
  refund(order: RefundOrder): Promise<RefundAnswer>;
  /**
   * What has become of a refund that was asked for, known by its payment and our receipt; null where the provider knows none, so
   * that it may be asked for (again). Throws `PaymentUnavailable` when it does not answer.
   */
  findRefund(order: RefundOrder): Promise<RefundAnswer | null>;
  /** Refunds begun since an instant, whoever asked for them, at most `REFUNDS_AT_ONCE` after so many; throws `PaymentUnavailable`. */
  refundsSince(since: Instant, skip: number): Promise<RefundPage>;
  /** What a notification says; null when it is not by this provider. Looks at nothing in it before the signature holds. */
  read(notification: RawNotification): PaymentNotice | null;
}

/** The provider does not answer, or not as it should. Nothing was collected by that call. */
export class PaymentUnavailable extends Error {
  readonly why: CallProblem;

  constructor(
    problem: string,
    { why = 'unbelievable', ...options }: ErrorOptions & { why?: CallProblem } = {},
  ) {
    super(`The payment provider cannot be used at the moment: ${problem}`, options);
    this.name = 'PaymentUnavailable';
    this.why = why;
  }
}

/** The provider will not give this back, however often it is asked. */
export class RefundRefused extends PaymentUnavailable {
  constructor(options?: ErrorOptions) {
    super('it refuses this refund.', { ...options, why: 'refused' });
    this.name = 'RefundRefused';
  }
}

/** Where customers are sent back to after paying an order, and how the shop knows that it was us. */
export interface ShopReturns {
  readonly origins: readonly string[];
  /** What the result is signed with; the shop has it too. */
  readonly secret: string;
}

/** How top-ups are paid here. */
export interface Payments {
  /** Null where no payments are taken. */
  readonly provider: PaymentProvider | null;
  /** How long a customer may take to pay, in milliseconds. */
  readonly expiryMs: number;
  /** After how long without a notification the provider is asked, in milliseconds. */
  readonly pollAfterMs: number;
  /** How long the poller waits for one answer of the provider's, in milliseconds; left out, ten seconds. */
  readonly callDeadlineMs?: number;
  /** Who is told how it goes with payments. */
  readonly observer?: PaymentObserver;
  /** How it goes with the provider, as far as this process knows. */
  readonly health?: () => ProviderHealth;
  /** Whether the account takes payments for other things too, so that one without a sign of ours needs nobody here. */
  readonly isShared?: boolean;
  /** Left out, nobody is sent back anywhere. */
  readonly returns?: ShopReturns;
}

export const noPayments: Payments = { provider: null, expiryMs: 1_200_000, pollAfterMs: 900_000 };
