import type { Payments, RawNotification } from '../../api/payments/payment-provider.ts';
import { MockProvider } from '../../api/payments/mock/mock-provider.ts';

export interface MockPayments extends Payments {
  readonly provider: MockProvider;
  /** What the provider has sent, in order. Nothing of it arrives by itself. */
  readonly sent: RawNotification[];
}

/** Payments by the mock provider, whose notifications a test delivers as it likes. */
export function mockPayments(): MockPayments {
  const sent: RawNotification[] = [];
  const provider = new MockProvider({
    secret: 'a-secret-of-the-tests',
    payee: 'earlybird@example',
    payeeName: 'Early Bird',
    deliver: async (notification) => void sent.push(notification),
    later: () => () => {},
  });
  return { provider, sent, expiryMs: 300_000, pollAfterMs: 60_000 };
}
