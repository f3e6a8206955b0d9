import {
  PaymentUnavailable,
  RefundRefused,
  type PaymentOrder,
  type RefundOrder,
  type Payments,
  type RawNotification,
} from '../../api/payments/payment-provider.ts';
import { MockProvider } from '../../api/payments/mock/mock-provider.ts';

/** The mock provider as it is when nobody can reach it, while `isDown`. */
class UnsteadyProvider extends MockProvider {
  isDown = false;
  /** What it says when it is asked for a refund that is under way; null leaves that to it. */
  refundsEnd: 'DONE' | 'FAILED' | null = null;

  /** What becomes of a refund that it is asked for, once; null gives it back as usual. The process may die before or after it is asked. */
  nextRefund: 'REFUSED' | 'LOST' | 'DIES_BEFORE' | 'DIES_AFTER' | null = null;
  /** Payments, by what it calls them once they are collected, that it never gives back. */
  readonly keeps = new Set<string>();
  readonly #given = new Map<string, RefundOrder>();

  /** What it has given back of all payments with this id, in paise. */
  givenBackOf(id: string): bigint {
    const of = [...this.#given.values()].filter(({ paymentId }) => paymentId === id);
    return of.reduce((total, { amount }) => total + amount, 0n);
  }

  override async refund(order: RefundOrder) {
    const fate = this.nextRefund;
    this.nextRefund = null;
    if (fate === 'REFUSED' || this.keeps.has(order.paymentId)) throw new RefundRefused();
    if (fate === 'DIES_BEFORE') throw new Error('The process died before it had asked.');
    const answer = await super.refund(order);
    this.#given.set(order.receipt, order);
    if (fate === 'LOST') throw new PaymentUnavailable('its answer was lost.');
    if (fate === 'DIES_AFTER') throw new Error('The process died before it had noted the answer.');
    return answer;
  }

  override async open(order: PaymentOrder) {
    if (this.isDown) throw new PaymentUnavailable('it is down.');
    return super.open(order);
  }

  override async findRefund(order: RefundOrder) {
    const known = await super.findRefund(order);
    return known && this.refundsEnd ? { ...known, status: this.refundsEnd } : known;
  }
}

export interface MockPayments extends Payments {
  readonly provider: UnsteadyProvider;
  /** What the provider has sent, in order. Nothing of it arrives by itself. */
  readonly sent: RawNotification[];
}

/** Payments by the mock provider, whose notifications a test delivers as it likes. */
export function mockPayments(): MockPayments {
  const sent: RawNotification[] = [];
  const provider = new UnsteadyProvider({
    secret: 'a-secret-of-the-tests',
    payee: 'earlybird@example',
    payeeName: 'Early Bird',
    deliver: async (notification) => void sent.push(notification),
    later: () => () => {},
  });
  return { provider, sent, expiryMs: 300_000, pollAfterMs: 60_000 };
}
