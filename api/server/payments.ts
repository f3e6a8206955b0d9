import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { MockProvider } from '../payments/mock/mock-provider.ts';
import { mockRoutes } from '../payments/mock/mock-routes.ts';
import { postNotification } from '../payments/mock/post-notification.ts';
import { ObservedProvider, type Watching } from '../payments/observed-provider.ts';
import { isWorking } from '../payments/payment-observer.ts';
import { Notifications } from '../payments/notifications.ts';
import type { PaymentProvider, Payments } from '../payments/payment-provider.ts';
import { RazorpayProvider } from '../payments/razorpay/razorpay-provider.ts';
import { WEBHOOK_PATH, webhookRoute, type Forgeries } from '../payments/webhook-route.ts';
import type { App } from '../services/app.ts';
import type { Config } from './config.ts';
import type { Readiness } from './routes/operations-routes.ts';

export interface PaymentParts {
  readonly randomBytes: (length: number) => Uint8Array;
  /** Where this server can be reached from itself, once it listens. */
  readonly ownUrl: () => string;
  readonly onError: (error: unknown) => void;
}

/** How top-ups are paid, as it is configured. */
export function openPayments(config: Config, parts: PaymentParts): Payments {
  const { expiryMs, pollAfterMs, callDeadlineMs, isShared, returns } = config.payments;
  const times = { expiryMs, pollAfterMs, callDeadlineMs };
  return { provider: providerOf(config, parts), ...times, isShared, ...(returns && { returns }) };
}

/** The same, with somebody who watches how it goes. */
export function watched(payments: Payments, watching: Watching): Payments {
  if (!payments.provider) return payments;
  const provider = new ObservedProvider(payments.provider, watching);
  return { ...payments, provider, observer: watching.observer, health: () => provider.health };
}

/** Whether the provider answers, for whoever asks how the server is doing. */
export function paymentReadiness({ health }: Payments): Pick<Readiness, 'payments'> {
  if (!health) return {};
  return { payments: isWorking(health()) ? 'ok' : 'failing' };
}

export interface PaymentRouteParts {
  readonly app: App;
  readonly forgeries?: Forgeries;
  readonly onError: (error: unknown) => void;
}

/** The doors of the provider: its notifications, and the pages of the mock one. */
export async function paymentRoutes(
  server: FastifyInstance,
  { app, forgeries, onError }: PaymentRouteParts,
): Promise<void> {
  const { provider } = app.payments;
  if (!provider) return;
  await server.register(webhookRoute, {
    notifications: new Notifications(app, provider, onError),
    ...(forgeries && { forgeries }),
  });
  const inner = provider instanceof ObservedProvider ? provider.inner : provider;
  if (inner instanceof MockProvider) await server.register(mockRoutes, { provider: inner });
}

function providerOf({ payments, isProduction }: Config, parts: PaymentParts): PaymentProvider | null {
  switch (payments.provider) {
    case 'none':
      return null;
    case 'mock':
      // The configuration says so too; money is worth asking twice.
      if (isProduction) throw new Error('The mock payment provider is not for production.');
      return mockProvider(payments, parts);
    case 'razorpay':
      return new RazorpayProvider(payments.razorpay);
  }
}

function mockProvider(
  { upiPayee, payeeName }: Config['payments'],
  { randomBytes, ownUrl, onError }: PaymentParts,
): MockProvider {
  return new MockProvider({
    secret: Buffer.from(randomBytes(32)).toString('hex'),
    payee: upiPayee,
    payeeName,
    deliver: (notification) => postNotification(`${ownUrl()}${WEBHOOK_PATH}`, notification).catch(onError),
    later: (ms, then) => {
      const controller = new AbortController();
      const waiting = sleep(ms, undefined, { ref: false, signal: controller.signal });
      waiting.then(then).catch((error: unknown) => {
        if (!controller.signal.aborted) onError(error);
      });
      return () => controller.abort();
    },
  });
}
