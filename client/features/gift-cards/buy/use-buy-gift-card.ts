import { useMutation } from '@apollo/client/react';
import type { MoneyValue } from '../../../format/money.ts';
import { BuyGiftCardDocument, GiftCardsScreenDocument } from '../../../graphql/graphql.ts';
import type { BuyGiftCardMutation, PaymentMethod } from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';

/** Begins to buy a card; there is none before its payment is collected. Gives the id of the purchase, or null when it did not begin. */
export function useBuyGiftCard() {
  const [send] = useMutation(BuyGiftCardDocument, {
    update: (cache, { data }) => {
      const purchase = data?.buyGiftCard.purchase;
      if (!purchase) return;
      cache.updateQuery({ query: GiftCardsScreenDocument }, (known) => {
        const bought = known?.viewer.giftCardPurchases ?? [];
        if (!known || bought.some(({ id }) => id === purchase.id)) return known;
        return { ...known, viewer: { ...known.viewer, giftCardPurchases: [purchase, ...bought] } };
      });
    },
  });
  const { carryOut, ...intent } = useIntent<BuyGiftCardMutation['buyGiftCard']>('buyGiftCard');
  const begin = async ({ amount }: MoneyValue, method: PaymentMethod): Promise<string | null> => {
    const begun = await carryOut([amount, method], async (idempotencyKey) => {
      const input = { amount: { amount, currencyCode: 'INR' as const }, method, idempotencyKey };
      return (await send({ variables: { input } })).data?.buyGiftCard;
    });
    return begun?.purchase?.id ?? null;
  };
  return { begin, ...intent };
}
