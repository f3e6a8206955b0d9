import { useMutation } from '@apollo/client/react';
import type { MoneyValue } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import {
  StartTopUpDocument,
  TopUp_StateFragmentDoc,
  WalletDashboardDocument,
} from '../../graphql/graphql.ts';
import type { PaymentMethod, StartTopUpMutation } from '../../graphql/graphql.ts';
import { useIntent } from '../../wallet/use-intent.ts';

export interface TopUpWish {
  amount: MoneyValue;
  method: PaymentMethod;
  note: string;
}

/** Starts a top-up; nothing is credited before the money is collected. Gives its id, or null when it did not start. */
export function useStartTopUp() {
  const [send] = useMutation(StartTopUpDocument, { refetchQueries: [WalletDashboardDocument] });
  const { carryOut, ...intent } = useIntent<StartTopUpMutation['startTopUp']>('startTopUp');
  const start = async ({ amount: { amount }, method, note }: TopUpWish): Promise<string | null> => {
    const started = await carryOut([amount, method, note.trim()], async (idempotencyKey) => {
      const input = {
        amount: { amount, currencyCode: 'INR' as const },
        method,
        note: note.trim() === '' ? null : note.trim(),
        idempotencyKey,
      };
      return (await send({ variables: { input } })).data?.startTopUp;
    });
    return readFragment(TopUp_StateFragmentDoc, started?.topUp)?.id ?? null;
  };
  return { start, ...intent };
}
