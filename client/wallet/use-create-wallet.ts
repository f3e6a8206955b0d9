import { useMutation } from '@apollo/client/react';
import { CreateWalletDocument } from '../graphql/graphql.ts';
import type { CreateWalletMutation } from '../graphql/graphql.ts';
import { useIntent } from './use-intent.ts';

/** Opens the caller's own wallet. Whatever screen asked is read again, for until now it had no wallet to show. */
export function useCreateWallet() {
  const [send] = useMutation(CreateWalletDocument, { refetchQueries: 'active', awaitRefetchQueries: true });
  const { carryOut, ...intent } = useIntent<CreateWalletMutation['createWallet']>('createWallet');
  const create = async (): Promise<boolean> => {
    const created = await carryOut([], async (idempotencyKey) => {
      return (await send({ variables: { input: { idempotencyKey } } })).data?.createWallet;
    });
    return created !== null && created.userErrors.length === 0;
  };
  return { create, ...intent };
}
