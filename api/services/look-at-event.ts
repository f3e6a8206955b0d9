import { postponed, type PaymentEvent } from '../domain/payment-event.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import { applyPaymentEvent } from './settle-top-up.ts';

const postpone: UseCase<{ readonly eventId: string }, null> = {
  name: 'postponePaymentEvent',
  reads: ({ eventId }) => ({ paymentEvents: [eventId] }),
  decide: ({ eventId }, work, { now }) => {
    const event = work.get('paymentEvents', eventId);
    if (event?.status === 'RECEIVED') work.put('paymentEvents', eventId, postponed(event, now));
    return null;
  },
};

/**
 * Looks at a stored notification and tells the observer what has become of it. One that gets nowhere is looked at again later,
 * which is written down, and the error is thrown for whoever reports it.
 */
export async function lookAtEvent(app: App, event: PaymentEvent, requestId: string): Promise<void> {
  const { observer } = app.payments;
  try {
    const status = await applyPaymentEvent(app, event, requestId);
    if (status !== null) observer?.notification(status === 'RECEIVED' ? 'WAITS' : status);
  } catch (error) {
    observer?.notification('FAILED');
    await app.engine.submit(postpone, { eventId: event.id });
    throw error;
  }
}
