import { CURRENCY, formatRupees } from '../../domain/money.ts';
import type { PaymentClaim, PaymentNotice } from '../../domain/payment-event.ts';
import type { PaymentOffer, PaymentReport } from '../../domain/top-up.ts';
import type {
  PaymentOrder,
  PaymentProvider,
  PaymentState,
  RawNotification,
  RefundAnswer,
  RefundOrder,
  RefundPage,
} from '../payment-provider.ts';
import { isSigned, signatureOf } from '../signature.ts';
import { upiIntentOf } from '../upi-intent.ts';
import { readMockNotification } from './mock-notification.ts';

/** What the visitor can press before anything was decided. */
export const DECISIONS = [
  'approve',
  'decline',
  'delay',
  'silence',
  'wrong-amount',
  'wrong-currency',
  'unknown-order',
] as const;
export type MockDecision = (typeof DECISIONS)[number];

/** What the visitor can press after the payment was collected. */
export const SEQUELS = ['refund', 'refund-half', 'dispute', 'lose', 'win'] as const;
export type MockSequel = (typeof SEQUELS)[number];

export interface MockPayment extends PaymentOrder {
  readonly id: string;
  /** What the demo's visitor pressed; null until then. */
  readonly decision: MockDecision | null;
  /** Whether it can no longer be paid: another takes its place. */
  readonly isClosed?: true;
}

export interface MockSettings {
  /** What its notifications are signed with. */
  readonly secret: string;
  readonly payee: string;
  readonly payeeName: string;
  /** Sends a notification to the server's own door, over HTTP. */
  readonly deliver: (notification: RawNotification) => Promise<void>;
  /** Calls back after so many milliseconds; returns how to call that off. */
  readonly later: (ms: number, then: () => void) => () => void;
}

const DELAY_MS = 20_000;
const DECLINED: PaymentReport = { kind: 'FAILED', reason: 'The bank declined the payment.' };

/**
 * A provider for demos and tests, where no money is. It has a page on which the visitor plays the bank, and tells what was
 * decided the way a real one does: by signed notifications to the same door, and when it is asked.
 */
export class MockProvider implements PaymentProvider {
  readonly name = 'MOCK';
  readonly #settings: MockSettings;
  readonly #payments = new Map<string, MockPayment>();
  readonly #reports = new Map<string, PaymentReport[]>();
  readonly #refunds = new Map<string, RefundAnswer>();
  readonly #callOffs = new Set<() => void>();

  constructor(settings: MockSettings) {
    this.#settings = settings;
  }

  async open(order: PaymentOrder): Promise<PaymentOffer> {
    const id = `mock_${order.reference}`;
    if (!this.#payments.has(id)) this.#payments.set(id, { ...order, id, decision: null });
    const { payee, payeeName } = this.#settings;
    const { amount, reference } = order;
    const note = 'Demo, no real money';
    const upiIntent = upiIntentOf({ payee, payeeName, amount, reference, note });
    return {
      providerIds: [id],
      checkoutUrl: `/mock-payments/${id}`,
      upiIntent: order.method === 'UPI' ? upiIntent : null,
    };
  }

  async lookUp(providerIds: readonly string[]): Promise<PaymentState> {
    const reports = providerIds.flatMap((id) => this.#reports.get(id) ?? []);
    return { providerIds: [], reports };
  }

  async withdraw(providerIds: readonly string[]): Promise<PaymentState> {
    for (const id of providerIds) {
      const payment = this.#payments.get(id);
      if (payment) this.#payments.set(id, { ...payment, isClosed: true });
    }
    const { reports } = await this.lookUp(providerIds);
    return {
      providerIds: [],
      reports: reports.filter(({ kind }) => kind === 'CAPTURED' || kind === 'PROCESSING'),
    };
  }

  read({ body, headers }: RawNotification): PaymentNotice | null {
    if (!isSigned(body, headers['x-mock-signature'], [this.#settings.secret])) return null;
    return readMockNotification(body);
  }

  find(id: string): MockPayment | null {
    return this.#payments.get(id) ?? null;
  }

  /** What the visitor pressed. Decided once: a bank does not change its mind. Returns when the notification was delivered. */
  async decide(id: string, decision: MockDecision): Promise<void> {
    const payment = this.#payments.get(id);
    if (!payment || payment.decision !== null || payment.isClosed) return;
    this.#payments.set(id, { ...payment, decision });
    if (decision === 'approve') await this.#tell(payment, 'captured', captured(payment));
    if (decision === 'decline') await this.#tell(payment, 'failed', DECLINED);
    const odd = ODD[decision];
    if (odd) await this.#tell(payment, decision, odd(payment));
    if (decision === 'delay') {
      await this.#tell(payment, 'processing', { kind: 'PROCESSING' });
      this.#later(() => void this.#tell(payment, 'captured', captured(payment)));
    }
  }

  /** What the visitor pressed after the payment was collected. Told however often, the same is one. */
  async follow(id: string, sequel: MockSequel): Promise<void> {
    const payment = this.#payments.get(id);
    if (!payment || payment.decision === null) return;
    await this.#settings.deliver(
      this.#signed(payment, `${id}_${sequel}`, sequel, { claim: claimOf(payment, sequel) }),
    );
  }

  /** Gives back whatever it is asked to, once per receipt: there is no money here. */
  async refund({ paymentId, amount, receipt }: RefundOrder): Promise<RefundAnswer> {
    const known = this.#refunds.get(receipt);
    if (known) return known;
    const refundId = `refund_${receipt}`;
    const claim = {
      kind: 'REFUND',
      id: refundId,
      paymentId,
      amount,
      currency: CURRENCY,
      state: 'FINAL',
      receipt,
    } as const;
    const payment = { id: paymentId, reference: null };
    const answer = { refundId, status: 'PROCESSING' } as const;
    this.#refunds.set(receipt, answer);
    this.#later(() => {
      this.#refunds.set(receipt, { refundId, status: 'DONE' });
      void this.#settings.deliver(this.#signed(payment, refundId, 'refunded', { claim }));
    }, 0);
    return answer;
  }

  async findRefund({ receipt }: RefundOrder): Promise<RefundAnswer | null> {
    return this.#refunds.get(receipt) ?? null;
  }

  /** Whoever keeps no money keeps no refunds: each is told, and none is lost here. */
  async refundsSince(): Promise<RefundPage> {
    return { refunds: [], isMore: false };
  }

  /** Calls off what was delayed. */
  stop(): void {
    for (const callOff of this.#callOffs) callOff();
    this.#callOffs.clear();
  }

  async #tell(payment: MockPayment, name: string, report: PaymentReport): Promise<void> {
    if (name !== 'unknown-order') this.#reports.set(payment.id, [report]);
    await this.#settings.deliver(this.sign(payment, name, report));
  }

  /** The notification as it goes over the wire. */
  sign(payment: MockPayment, name: string, report: PaymentReport): RawNotification {
    return this.#signed(payment, `${payment.id}_${name}`, name, { report });
  }

  #signed(
    { id, reference }: { readonly id: string; readonly reference: string | null },
    eventId: string,
    name: string,
    told: { readonly report: PaymentReport } | { readonly claim: PaymentClaim },
  ): RawNotification {
    const isElsewhere = name === 'unknown-order';
    const named = isElsewhere ? { order: `${id}_elsewhere`, reference: null } : { order: id, reference };
    const event = { id: eventId, name, ...named, ...told };
    const inRupees = (_: string, value: unknown) => (typeof value === 'bigint' ? formatRupees(value) : value);
    const body = Buffer.from(JSON.stringify(event, inRupees));
    return { body, headers: { 'x-mock-signature': signatureOf(body, this.#settings.secret) } };
  }

  #later(then: () => void, ms = DELAY_MS): void {
    const callOff = this.#settings.later(ms, () => {
      this.#callOffs.delete(callOff);
      then();
    });
    this.#callOffs.add(callOff);
  }
}

/** What can go wrong with money that was collected, so that it can be tried by hand. */
const ODD: Readonly<Partial<Record<MockDecision, (payment: MockPayment) => PaymentReport>>> = {
  'wrong-amount': (payment) => ({ ...captured(payment), amount: 1_00n }),
  'wrong-currency': (payment) => ({ ...captured(payment), currency: 'USD' }),
  'unknown-order': (payment) => ({ ...captured(payment), paymentId: `${payment.id}_elsewhere` }),
};

function claimOf({ id, amount }: MockPayment, sequel: MockSequel): PaymentClaim {
  const isRefund = sequel === 'refund' || sequel === 'refund-half';
  const states = {
    refund: 'FINAL',
    'refund-half': 'FINAL',
    dispute: 'PENDING',
    lose: 'FINAL',
    win: 'DROPPED',
  } as const;
  return {
    ...{ kind: isRefund ? 'REFUND' : 'DISPUTE', id: isRefund ? `${id}_${sequel}` : `${id}_dispute` },
    ...{
      paymentId: `${id}_paid`,
      amount: sequel === 'refund-half' ? amount / 2n : amount,
      currency: CURRENCY,
    },
    ...{ state: states[sequel], receipt: null },
  };
}

function captured({ id, amount }: MockPayment): Extract<PaymentReport, { kind: 'CAPTURED' }> {
  return { kind: 'CAPTURED', paymentId: `${id}_paid`, amount, currency: CURRENCY };
}
