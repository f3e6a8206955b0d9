import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { typedAmount } from '../../format/typed-amount.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import {
  DeductCreditsDocument,
  EarlierDebit_DebitFragmentDoc,
  PaymentReceiptDocument,
} from '../../graphql/graphql.ts';
import type { DeductCreditsMutation, EarlierDebit_DebitFragment } from '../../graphql/graphql.ts';
import { useIntent } from '../../wallet/use-intent.ts';
import { useMonthStart } from '../../wallet/use-month-start.ts';
import type { Order } from './order.ts';
import { toAskAgain } from './quote.ts';

type Paid = DeductCreditsMutation['deductCredits'];

export type EarlierDebit = EarlierDebit_DebitFragment;

/** Pays an order with the caller's own credits, once however often it is sent. */
export function useDeductCredits() {
  const monthStart = useMonthStart();
  const [earlierDebit, setEarlierDebit] = useState<EarlierDebit | null>(null);
  const [send] = useMutation(DeductCreditsDocument, {
    refetchQueries: ({ data }) => toAskAgain(data?.deductCredits.userErrors),
    // The receipt has an address of its own, and is there when that is opened.
    update(cache, { data }) {
      const transaction = data?.deductCredits.transaction;
      if (!transaction) return;
      cache.writeQuery({
        query: PaymentReceiptDocument,
        variables: { id: transaction.id },
        data: { __typename: 'Query', transaction },
      });
    },
  });
  const { carryOut, openOf, ...intent } = useIntent<Paid>('deductCredits');

  /** The id of the debit. `again`: an order that has a debit gets another. */
  const pay = async (
    { orderId, amount }: Order,
    { again = false, seq }: { again?: boolean; seq?: number },
  ): Promise<string | null> => {
    setEarlierDebit(null);
    const paid = await carryOut([orderId, amount.amount], async (idempotencyKey) => {
      const input = {
        orderId,
        amount: { amount: amount.amount, currencyCode: 'INR' as const },
        onlyOnce: !again,
        ...(seq !== undefined && { expectedSeq: seq }),
        idempotencyKey,
      };
      return (await send({ variables: { input, monthStart } })).data?.deductCredits;
    });
    const earlier = paid?.userErrors.find(({ transaction }) => transaction)?.transaction;
    setEarlierDebit(readFragment(EarlierDebit_DebitFragmentDoc, earlier) ?? null);
    return paid?.transaction?.id ?? null;
  };
  /** A payment of this order of which nobody knows yet what became of it, whatever its amount. */
  const openFor = (orderId: string): Order | null => {
    const [text = ''] = openOf([orderId])[0] ?? [];
    const amount = typedAmount(text);
    return amount === null ? null : { orderId, amount, byUpi: null };
  };
  return {
    ...intent,
    pay,
    openFor,
    /** The shop did not pay, because the order has this debit. */
    earlierDebit,
  };
}
