import { useMutation } from '@apollo/client/react';
import { ChangeGiftDocument } from '../../../graphql/graphql.ts';
import type { ChangeGiftInput, ChangeGiftMutation } from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';

/** Says something of a gift otherwise. True when it was changed. */
export function useChangeGift(giftId: string) {
  const [send] = useMutation(ChangeGiftDocument);
  const { carryOut, ...intent } = useIntent<ChangeGiftMutation['changeGift']>('changeGift');
  const change = async (wish: Omit<ChangeGiftInput, 'giftId' | 'idempotencyKey'>): Promise<boolean> => {
    const answer = await carryOut([giftId, JSON.stringify(wish)], async (idempotencyKey) => {
      return (await send({ variables: { input: { giftId, ...wish, idempotencyKey } } })).data?.changeGift;
    });
    return Boolean(answer?.gift);
  };
  return { change, ...intent };
}
