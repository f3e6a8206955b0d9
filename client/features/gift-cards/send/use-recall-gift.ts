import { useMutation } from '@apollo/client/react';
import { RecallGiftDocument } from '../../../graphql/graphql.ts';
import type { RecallGiftMutation } from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';

/** Recalls a gift that nobody has claimed. True when it was recalled. */
export function useRecallGift(giftId: string) {
  const [send] = useMutation(RecallGiftDocument);
  const { carryOut, ...intent } = useIntent<RecallGiftMutation['recallGift']>('recallGift');
  const recall = async (): Promise<boolean> => {
    const answer = await carryOut([giftId], async (idempotencyKey) => {
      return (await send({ variables: { input: { giftId, idempotencyKey } } })).data?.recallGift;
    });
    return Boolean(answer?.gift);
  };
  return { recall, ...intent };
}
