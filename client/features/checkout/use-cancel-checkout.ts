import { useMutation } from '@apollo/client/react';
import { CancelCheckoutDocument, WalletDashboardDocument } from '../../graphql/graphql.ts';
import type { CancelCheckoutMutation } from '../../graphql/graphql.ts';
import { useIntent } from '../../wallet/use-intent.ts';

/** Calls a checkout off; what it set aside is then back in the wallet. True once the shop has said so. */
export function useCancelCheckout(id: string) {
  const [send] = useMutation(CancelCheckoutDocument, { refetchQueries: [WalletDashboardDocument] });
  const { carryOut, ...intent } = useIntent<CancelCheckoutMutation['cancelCheckout']>('cancelCheckout');
  const cancel = async (): Promise<boolean> => {
    const answer = await carryOut([id], async (idempotencyKey) => {
      const input = { checkoutId: id, idempotencyKey };
      return (await send({ variables: { input } })).data?.cancelCheckout;
    });
    return answer?.userErrors.length === 0;
  };
  return { cancel, ...intent };
}
