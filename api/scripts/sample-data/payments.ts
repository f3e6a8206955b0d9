import { paymentEventId, type PaymentEvent } from '../../domain/payment-event.ts';
import { parseRupees } from '../../domain/money.ts';
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
  const provider = 'MOCK';
  const event: PaymentEvent = {
    ...{ id: paymentEventId(provider, id), provider, eventId: id, name: 'captured', version: 1 },
    ...{ status: 'RECEIVED', providerIds: [`${id}_order`], reference: null, topUpId: null, problem: null },
    report: { kind: 'CAPTURED', paymentId: id, amount: parseRupees(rupees) ?? 0n, currency: 'INR' },
    ...{ receivedAt: app.now(), processedAt: null },
  };
  await app.stores.paymentEvents.receive(event);
  await applyPaymentEvent(app, event, 'sample-data');
  return event;
}
