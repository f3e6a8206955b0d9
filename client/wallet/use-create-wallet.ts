import { useMutation } from '@apollo/client/react';
import { CreateWalletDocument, WalletDashboardDocument } from '../graphql/graphql.ts';
import type { CreateWalletMutation } from '../graphql/graphql.ts';
import { useIntentKey } from './use-intent-key.ts';

export type CreateWalletRefusal = CreateWalletMutation['createWallet']['userErrors'][number];

/** Opens the caller's own wallet. The dashboard is read again, for until now it held no wallet to change. */
export function useCreateWallet() {
  const { key, renew } = useIntentKey();
  const [send, { loading, error, data }] = useMutation(CreateWalletDocument, {
    refetchQueries: [WalletDashboardDocument],
    awaitRefetchQueries: true,
  });
  const create = async (): Promise<boolean> => {
    const answer = await send({ variables: { input: { idempotencyKey: key } } }).catch(() => null);
    const outcome = answer?.data?.createWallet;
    if (outcome === undefined) return false;
    renew();
    return outcome.userErrors.length === 0;
  };
  return { create, loading, error, refusals: data?.createWallet.userErrors ?? [] };
}
