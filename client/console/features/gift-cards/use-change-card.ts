import { useMutation } from '@apollo/client/react';
import { ConsoleCancelGiftCardDocument, ConsoleReissueGiftCardDocument } from '../../../graphql/graphql.ts';
import type { ConsoleCancelGiftCardMutation } from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';
import type { GiftCard } from './standing.ts';

export type CardAct = 'cancel' | 'reissue';

/** What both of them answer; a card with a new code brings that along. */
type Changed = Omit<ConsoleCancelGiftCardMutation['cancelGiftCard'], '__typename'> & {
  code?: string | null;
};

/** Takes back what is left on a card, or gives it another code, once however often it is asked for. */
export function useChangeCard({ id: giftCardId, maskedCode, remaining }: GiftCard) {
  const [cancel] = useMutation(ConsoleCancelGiftCardDocument);
  // A code is kept nowhere, not even in the memory of this page.
  const [reissue] = useMutation(ConsoleReissueGiftCardDocument, { fetchPolicy: 'no-cache' });
  const { carryOut, ...intent } = useIntent<Changed>('changeGiftCard');
  const change = (act: CardAct, reason: string) =>
    // Another code after this one is another wish.
    carryOut([giftCardId, act, maskedCode, remaining.amount, reason], async (idempotencyKey) => {
      const variables = { input: { giftCardId, reason, idempotencyKey } };
      return act === 'cancel'
        ? (await cancel({ variables })).data?.cancelGiftCard
        : (await reissue({ variables })).data?.reissueGiftCard;
    });
  return { change, ...intent };
}
