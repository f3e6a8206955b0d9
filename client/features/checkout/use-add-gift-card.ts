import { useMutation } from '@apollo/client/react';
import { AddGiftCardToCheckoutDocument } from '../../graphql/graphql.ts';
import type { AddGiftCardToCheckoutMutation } from '../../graphql/graphql.ts';
import { nameOfCode } from '../../wallet/code-name.ts';
import { useIntent } from '../../wallet/use-intent.ts';

/** Sets a gift card aside for the order. The answer brings the checkout up to date. True when the card is part of it. */
export function useAddGiftCard(checkoutId: string) {
  const [send] = useMutation(AddGiftCardToCheckoutDocument);
  const { carryOut, ...intent } =
    useIntent<AddGiftCardToCheckoutMutation['addGiftCardToCheckout']>('addGiftCardToCheckout');
  const add = async (giftCardCode: string): Promise<boolean> => {
    const answer = await carryOut([checkoutId, await nameOfCode(giftCardCode)], async (idempotencyKey) => {
      const input = { checkoutId, giftCardCode, idempotencyKey };
      return (await send({ variables: { input } })).data?.addGiftCardToCheckout;
    });
    return answer?.userErrors.length === 0;
  };
  return { add, ...intent };
}
