import { CURRENCY, formatRupees } from '../../domain/money.ts';
import type { PaymentNotice } from '../../domain/payment-event.ts';
import type { PaymentOffer, PaymentReport } from '../../domain/top-up.ts';
import type { PaymentOrder, PaymentProvider, PaymentState, RawNotification } from '../payment-provider.ts';
import { isSigned, signatureOf } from '../signature.ts';
import { upiIntentOf } from '../upi-intent.ts';
import { readMockNotification } from './mock-notification.ts';

export type MockDecision = 'approve' | 'decline' | 'delay' | 'silence';

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
    if (decision === 'delay') {
      await this.#tell(payment, 'processing', { kind: 'PROCESSING' });
      this.#later(() => void this.#tell(payment, 'captured', captured(payment)));
    }
  }

  /** Calls off what was delayed. */
  stop(): void {
    for (const callOff of this.#callOffs) callOff();
    this.#callOffs.clear();
  }

  async #tell(payment: MockPayment, name: string, report: PaymentReport): Promise<void> {
    this.#reports.set(payment.id, [report]);
    await this.#settings.deliver(this.sign(payment, name, report));
  }

  /** The notification as it goes over the wire. */
  sign({ id, reference }: MockPayment, name: string, report: PaymentReport): RawNotification {
    const amount = report.kind === 'CAPTURED' ? { ...report, amount: formatRupees(report.amount) } : report;
    const event = { id: `${id}_${name}`, name, order: id, reference, report: amount };
    const body = Buffer.from(JSON.stringify(event));
    return { body, headers: { 'x-mock-signature': signatureOf(body, this.#settings.secret) } };
  }

  #later(then: () => void): void {
    const callOff = this.#settings.later(DELAY_MS, () => {
      this.#callOffs.delete(callOff);
      then();
    });
    this.#callOffs.add(callOff);
  }
}

function captured({ id, amount }: MockPayment): PaymentReport {
  return { kind: 'CAPTURED', paymentId: `${id}_paid`, amount, currency: CURRENCY };
}
