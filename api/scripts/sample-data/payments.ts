import { paymentEventId, type PaymentEvent, type PaymentNotice } from '../../domain/payment-event.ts';
import { CURRENCY, parseRupees } from '../../domain/money.ts';
import { applyPaymentEvent } from '../../services/settle-top-up.ts';
import type { App } from '../../services/app.ts';

/** A payment of which nobody knows what it was for, so many days before today, so that staff have something to look at. */
export interface SamplePayment {
  readonly id: string;
  readonly rupees: string;
  readonly daysAgo: number;
  readonly time: string;
}

export const SAMPLE_PAYMENTS: readonly SamplePayment[] = [
  { id: 'sample_pay_0001', rupees: '750', daysAgo: 3, time: '18:20' },
  { id: 'sample_pay_0002', rupees: '1250', daysAgo: 2, time: '11:05' },
  { id: 'sample_pay_0003', rupees: '499.50', daysAgo: 1, time: '20:45' },
  { id: 'sample_pay_0004', rupees: '300', daysAgo: 1, time: '21:10' },
];

/** Tells of it as a provider would. Told once more, it is known. */
export async function tellPayment(app: App, { id, rupees }: SamplePayment): Promise<object> {
  const amount = parseRupees(rupees) ?? 0n;
  const report = { kind: 'CAPTURED', paymentId: id, amount, currency: CURRENCY } as const;
  return tellOfPayment(app, id, {
    name: 'captured',
    providerIds: [`${id}_order`],
    reference: null,
    report,
  });
}

/** Tells what a provider's notification says. Told once more, it is known. */
export async function tellOfPayment(
  app: App,
  eventId: string,
  notice: Omit<PaymentNotice, 'eventId'>,
): Promise<PaymentEvent> {
  const provider = 'MOCK';
  const event: PaymentEvent = {
    ...{ id: paymentEventId(provider, eventId), provider, eventId, version: 1, ...notice },
    ...{ status: 'RECEIVED', topUpId: null, problem: null, receivedAt: app.now(), processedAt: null },
  };
  await app.stores.paymentEvents.receive(event);
  await applyPaymentEvent(app, event, 'sample-data');
  return event;
}
