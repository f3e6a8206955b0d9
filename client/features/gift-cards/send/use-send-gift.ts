import { useMutation } from '@apollo/client/react';
import { SendGiftDocument } from '../../../graphql/graphql.ts';
import type { SendGiftInput, SendGiftMutation } from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';

export type GiftWish = Omit<SendGiftInput, 'idempotencyKey'>;

/** Begins to send a gift; nothing leaves before its payment is collected. Gives its id, or null when it did not begin. */
export function useSendGift() {
  const [send] = useMutation(SendGiftDocument);
  const { carryOut, ...intent } = useIntent<SendGiftMutation['sendGift']>('sendGift');
  const begin = async (wish: GiftWish): Promise<string | null> => {
    // Whatever is said otherwise is another gift.
    const begun = await carryOut([JSON.stringify(wish)], async (idempotencyKey) => {
      return (await send({ variables: { input: { ...wish, idempotencyKey } } })).data?.sendGift;
    });
    return begun?.gift?.id ?? null;
  };
  return { begin, ...intent };
}
