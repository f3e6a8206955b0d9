import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { ConsoleCreateWalletDocument } from '../../../graphql/graphql.ts';
import type { ConsoleCreateWalletMutation } from '../../../graphql/graphql.ts';
import type { Role } from '../../../session/auth-api.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import { useIntent } from '../../../wallet/use-intent.ts';
import { Refusals } from './acts/refusals.tsx';
import type { Refusal } from './acts/use-two-steps.ts';
import { customerWords } from './words.ts';

const words = customerWords.noWallet;

/** A customer whom the shop knows and who has no wallet yet. An admin can make them one; it starts empty. */
export function NoWallet({ customerId, role }: { customerId: string; role: Role }) {
  const connected = useConnected();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [send, { client }] = useMutation(ConsoleCreateWalletDocument);
  const intent = useIntent<ConsoleCreateWalletMutation['createWallet']>('createWallet');
  const create = async (): Promise<void> => {
    const made = await intent.carryOut([customerId], async (idempotencyKey) => {
      const answer = await send({ variables: { input: { customerId, idempotencyKey } } });
      return answer.data?.createWallet;
    });
    setRefusals(made?.userErrors ?? []);
    if (made?.wallet) await client.refetchQueries({ include: ['ConsoleCustomer'] });
  };
  return (
    <>
      {intent.unknown && <UnknownBanner title={words.unknown} asking={intent.asking} onAsk={intent.askNow} />}
      <Refusals title={words.refused} errors={refusals} error={intent.error} />
      <EmptyState
        art="nothingYet"
        title={words.title}
        text={role === 'ADMIN' ? words.text : words.needsAdmin}
        action={
          role === 'ADMIN' && (
            <Button
              kind="primary"
              busy={intent.sending || intent.unknown}
              unavailable={!connected}
              onClick={() => void create()}
            >
              {words.create}
            </Button>
          )
        }
      />
    </>
  );
}
