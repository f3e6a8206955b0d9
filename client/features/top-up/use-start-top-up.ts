import { useMutation } from '@apollo/client/react';
import type { MoneyValue } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import {
  StartTopUpDocument,
  TopUp_StateFragmentDoc,
  WalletDashboardDocument,
} from '../../graphql/graphql.ts';
import type { PaymentMethod } from '../../graphql/graphql.ts';
import { useIntentKey } from '../../wallet/use-intent-key.ts';

export interface TopUpWish {
  amount: MoneyValue;
  method: PaymentMethod;
  note: string;
}

/** Starts a top-up; nothing is credited before the money is collected. Gives its id, or null when it did not start. */
export function useStartTopUp() {
  const { key, renew } = useIntentKey();
  const [send, { loading, error, data, reset }] = useMutation(StartTopUpDocument, {
    refetchQueries: [WalletDashboardDocument],
  });
  const start = async ({ amount, method, note }: TopUpWish): Promise<string | null> => {
    const input = {
      amount: { amount: amount.amount, currencyCode: 'INR' as const },
      method,
      note: note.trim() === '' ? null : note.trim(),
      idempotencyKey: key,
    };
    const answer = await send({ variables: { input } }).catch(() => null);
    const outcome = answer?.data?.startTopUp;
    if (outcome === undefined) return null;
    renew();
    return readFragment(TopUp_StateFragmentDoc, outcome.topUp)?.id ?? null;
  };
  return { start, loading, error, reset, refusals: data?.startTopUp.userErrors ?? [], renew };
}
