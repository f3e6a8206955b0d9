import { parseRupees } from '../../domain/money.ts';
import type { PaymentClaim, PaymentNotice } from '../../domain/payment-event.ts';
import type { PaymentReport } from '../../domain/top-up.ts';

interface MockEvent {
  readonly id: string;
  readonly name: string;
  readonly order: string;
  readonly reference: string | null;
  readonly claim?: Omit<PaymentClaim, 'amount'> & {
    /** In rupees, such as `499.50`. */
    readonly amount: string;
  };
  readonly report?: {
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
  const event = JSON.parse(body.toString('utf8')) as MockEvent;
  const { id: eventId, name, order, reference, report } = event;
  const told = { report: report ? reportOf(report) : null, claim: claimOf(event) };
  return { eventId, name, ...told, providerIds: [order], reference };
}

function claimOf({ claim }: MockEvent): PaymentClaim | null {
  const amount = parseRupees(claim?.amount ?? '');
  return claim && amount !== null ? { ...claim, amount } : null;
}

function reportOf({
  kind,
  paymentId,
  amount,
  currency,
  reason,
}: NonNullable<MockEvent['report']>): PaymentReport | null {
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
