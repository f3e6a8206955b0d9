import {
  PaymentUnavailable,
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
