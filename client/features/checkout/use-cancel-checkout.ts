import { useMutation } from '@apollo/client/react';
import {
  CancelCheckoutDocument,
  Checkout_StateFragmentDoc,
  WalletDashboardDocument,
} from '../../graphql/graphql.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { CancelCheckoutMutation, Checkout_StateFragment } from '../../graphql/graphql.ts';
import { useIntent } from '../../wallet/use-intent.ts';

/** Calls a checkout off; what it set aside is then back in the wallet. How it then stands, once the shop has said so. */
export function useCancelCheckout(id: string) {
  const [send] = useMutation(CancelCheckoutDocument, { refetchQueries: [WalletDashboardDocument] });
  const { carryOut, ...intent } = useIntent<CancelCheckoutMutation['cancelCheckout']>('cancelCheckout');
  const cancel = async (): Promise<Checkout_StateFragment | null> => {
    const answer = await carryOut([id], async (idempotencyKey) => {
      const input = { checkoutId: id, idempotencyKey };
      return (await send({ variables: { input } })).data?.cancelCheckout;
    });
    if (answer?.userErrors.length !== 0) return null;
    return readFragment(Checkout_StateFragmentDoc, answer.checkout) ?? null;
  };
  return { cancel, ...intent };
}
