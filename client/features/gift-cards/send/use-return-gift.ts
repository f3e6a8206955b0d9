import { useMutation } from '@apollo/client/react';
import { ReturnGiftDocument, SentGiftPageDocument } from '../../../graphql/graphql.ts';
import type { ReturnGiftMutation } from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';
import { useMonthStart } from '../../../wallet/use-month-start.ts';

/** Moves a gift that nobody claimed into the own wallet. True when it is there. */
export function useReturnGift(giftId: string) {
  const monthStart = useMonthStart();
  const [send] = useMutation(ReturnGiftDocument, {
    refetchQueries: [SentGiftPageDocument],
    // The answer is about the wallet; the gift is known to be back before it is asked for again.
    update: (cache, { data }) => {
      const id = cache.identify({ __typename: 'Gift', id: giftId });
      if (!data?.returnGift.transaction || id === undefined) return;
      cache.modify({
        id,
        fields: { status: () => 'RETURNED', canReturn: () => false, canRecall: () => false },
      });
    },
  });
  const { carryOut, ...intent } = useIntent<ReturnGiftMutation['returnGift']>('returnGift');
  const takeBack = async (): Promise<boolean> => {
    const answer = await carryOut([giftId], async (idempotencyKey) => {
      const variables = { input: { giftId, idempotencyKey }, monthStart };
      return (await send({ variables })).data?.returnGift;
    });
    return Boolean(answer?.transaction);
  };
  return { takeBack, ...intent };
}
