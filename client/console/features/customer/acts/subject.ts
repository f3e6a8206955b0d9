import type { MoneyValue } from '../../../../format/money.ts';

/** What an act is about to be done with. */
export type Subject =
  | { act: 'add' }
  | { act: 'refund'; debitId: string; orderId: string | null; refundable: MoneyValue }
  | { act: 'toSource'; topUpId: string; creditId: string; reference: string; remaining: MoneyValue }
  | {
      act: 'order';
      checkoutId: string;
      orderId: string;
      refunded: MoneyValue;
      refundable: MoneyValue;
    }
  | { act: 'settle'; how: 'PAID' | 'WRITTEN_OFF'; owed: MoneyValue }
  | { act: 'reverse'; creditId: string; title: string; remaining: MoneyValue }
  | { act: 'extend'; creditId: string; title: string; remaining: MoneyValue; expiresAt: string }
  | { act: 'status'; to: 'ACTIVE' | 'FROZEN' | 'SUSPENDED' };
