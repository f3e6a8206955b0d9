import { useMutation } from '@apollo/client/react';
import { AddGiftCardToCheckoutDocument } from '../../graphql/graphql.ts';
import type { AddGiftCardToCheckoutMutation } from '../../graphql/graphql.ts';
import { useIntent } from '../../wallet/use-intent.ts';

/** So much of a code tells it from others, and is worth nothing to whoever reads what this browser keeps. */
const NAMED_BY = 4;

/** Sets a gift card aside for the order. The answer brings the checkout up to date. True when the card is part of it. */
export function useAddGiftCard(checkoutId: string) {
  const [send] = useMutation(AddGiftCardToCheckoutDocument);
  const { carryOut, ...intent } =
    useIntent<AddGiftCardToCheckoutMutation['addGiftCardToCheckout']>('addGiftCardToCheckout');
  const add = async (giftCardCode: string): Promise<boolean> => {
    const name = giftCardCode.slice(-NAMED_BY).toUpperCase();
    const answer = await carryOut([checkoutId, name], async (idempotencyKey) => {
      const input = { checkoutId, giftCardCode, idempotencyKey };
      return (await send({ variables: { input } })).data?.addGiftCardToCheckout;
    });
    return answer?.userErrors.length === 0;
  };
  return { add, ...intent };
}
