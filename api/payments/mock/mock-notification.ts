import { parseRupees } from '../../domain/money.ts';
import type { PaymentNotice } from '../../domain/payment-event.ts';
import type { PaymentReport } from '../../domain/top-up.ts';

interface MockEvent {
  readonly id: string;
  readonly name: string;
  readonly order: string;
  readonly reference: string;
  readonly report: {
    readonly kind: PaymentReport['kind'];
    readonly paymentId?: string;
    /** In rupees, such as `499.50`. */
    readonly amount?: string;
    readonly currency?: string;
    readonly reason?: string;
  };
}

/** Reads what the mock provider has written and signed itself. */
export function readMockNotification(body: Buffer): PaymentNotice {
  const { id: eventId, name, order, reference, report } = JSON.parse(body.toString('utf8')) as MockEvent;
  return { eventId, name, report: reportOf(report), providerIds: [order], reference };
}

function reportOf({ kind, paymentId, amount, currency, reason }: MockEvent['report']): PaymentReport | null {
  switch (kind) {
    case 'CAPTURED': {
      const paise = parseRupees(amount ?? '');
      return paymentId && currency && paise !== null ? { kind, paymentId, amount: paise, currency } : null;
    }
    case 'FAILED':
    case 'DECLINED':
      return { kind, reason: reason ?? 'The bank declined the payment.' };
    case 'PROCESSING':
    case 'EXPIRED':
      return { kind };
  }
}
