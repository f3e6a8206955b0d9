import { useMutation } from '@apollo/client/react';
import type { MoneyValue } from '../../format/money.ts';
import { DeductCreditsDocument } from '../../graphql/graphql.ts';
import type { DeductCreditsMutation } from '../../graphql/graphql.ts';
import { useIntent } from '../../wallet/use-intent.ts';
import { useMonthStart } from '../../wallet/use-month-start.ts';

type Paid = DeductCreditsMutation['deductCredits'];
export type Receipt = NonNullable<Paid['transaction']>;

/** Pays an order with the caller's own credits, once however often it is sent. */
export function useDeductCredits() {
  const monthStart = useMonthStart();
  const [send] = useMutation(DeductCreditsDocument);
  const { carryOut, ...intent } = useIntent<Paid>('deductCredits');
  const pay = async (orderId: string, { amount }: MoneyValue): Promise<Receipt | null> => {
    const paid = await carryOut([orderId, amount], async (idempotencyKey) => {
      const input = { orderId, amount: { amount, currencyCode: 'INR' as const }, idempotencyKey };
      return (await send({ variables: { input, monthStart } })).data?.deductCredits;
    });
    return paid?.transaction ?? null;
  };
  return { pay, ...intent };
}
