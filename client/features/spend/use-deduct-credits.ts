import { useMutation } from '@apollo/client/react';
import type { MoneyValue } from '../../format/money.ts';
import { DeductCreditsDocument } from '../../graphql/graphql.ts';
import type { DeductCreditsMutation } from '../../graphql/graphql.ts';
import { useIntentKey } from '../../wallet/use-intent-key.ts';
import { useMonthStart } from '../../wallet/use-month-start.ts';

export type Receipt = NonNullable<DeductCreditsMutation['deductCredits']['transaction']>;

/** Pays an order with the caller's own credits, once however often it is sent. */
export function useDeductCredits() {
  const { key, renew } = useIntentKey();
  const monthStart = useMonthStart();
  const [send, { loading, error, data, reset }] = useMutation(DeductCreditsDocument);
  const pay = async (orderId: string, { amount }: MoneyValue): Promise<Receipt | null> => {
    const input = { orderId, amount: { amount, currencyCode: 'INR' as const }, idempotencyKey: key };
    const answer = await send({ variables: { input, monthStart } }).catch(() => null);
    const outcome = answer?.data?.deductCredits;
    if (outcome === undefined) return null;
    renew();
    return outcome.transaction;
  };
  return { pay, loading, error, reset, refusals: data?.deductCredits.userErrors ?? [] };
}
