import type { PaymentEvent } from '../../api/domain/payment-event.ts';
import { globalId } from '../../api/resolvers/global-id.ts';
import type { App } from '../../api/services/app.ts';
import { applyPaymentEvent } from '../../api/services/settle-top-up.ts';

let payments = 0;

/** The same as the API has its id. */
export async function unknownPaymentId(...told: Parameters<typeof unknownPayment>): Promise<string> {
  return globalId('PaymentReview', await unknownPayment(...told));
}

/** A payment that nobody knows, as the provider told of it; answers the id of its review. */
export async function unknownPayment(
  app: App,
  amount = 500_00n,
  currency = 'INR',
  provider = 'MOCK',
): Promise<string> {
  payments += 1;
  const paymentId = `pay_unknown_${payments}`;
  const event: PaymentEvent = {
    ...{ id: `${provider}:${paymentId}`, provider, eventId: paymentId, name: 'captured', version: 1 },
    ...{
      status: 'RECEIVED',
      providerIds: [`order_${payments}`],
      reference: null,
      topUpId: null,
      problem: null,
    },
    report: { kind: 'CAPTURED', paymentId, amount, currency },
    ...{ receivedAt: app.now(), processedAt: null },
  };
  await app.stores.paymentEvents.receive(event);
  await applyPaymentEvent(app, event, 'req-payment');
  return `${provider}:payment:${paymentId}`;
}
