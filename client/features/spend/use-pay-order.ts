import { useState } from 'react';
import { checkoutPath, isSameOrder, isSplit, receiptPath } from './order.ts';
import type { Order } from './order.ts';
import { useDeductCredits } from './use-deduct-credits.ts';
import { useStartCheckout } from './use-start-checkout.ts';

export type Payment = ReturnType<typeof usePayOrder>;

export interface Consent {
  /** An order that has a debit gets another. */
  again?: boolean;
  /** The quote that was looked at: other credits than those are not taken. Left out where it was looked at before. */
  seq?: number;
}

/** Pays an order with the caller's own credits, alone or together with a payment by UPI. */
export function usePayOrder() {
  const debit = useDeductCredits();
  const checkout = useStartCheckout();
  const [order, setOrder] = useState<Order | null>(null);
  const sent = order !== null && isSplit(order) ? checkout : debit;
  const { refusals, sending, unknown, asking, error, askNow } = sent;

  /** Where it goes on: at the receipt, or where the rest is paid. Null while nothing came of it. */
  const pay = async (wished: Order, consent: Consent = {}): Promise<string | null> => {
    setOrder(wished);
    if (isSplit(wished)) {
      const started = await checkout.start(wished, consent);
      return started === null ? null : checkoutPath(started);
    }
    const paid = await debit.pay(wished, consent);
    return paid === null ? null : receiptPath(paid);
  };
  return {
    ...{ refusals, sending, unknown, asking, error, askNow, pay },
    /** What was last sent. */
    order,
    /** The shop did not pay, because the order has this debit. */
    earlierDebit: debit.earlierDebit,
    reset: (): void => {
      debit.reset();
      checkout.reset();
    },
    /** A payment of this order of which nobody knows yet what became of it, whatever its amounts. */
    openFor: (orderId: string): Order | null => debit.openFor(orderId) ?? checkout.openFor(orderId),
    /** Whether this very payment is on its way. */
    isOnItsWay: (one: Order): boolean => (sending || unknown) && order !== null && isSameOrder(order, one),
  };
}
