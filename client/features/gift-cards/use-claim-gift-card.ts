import { useMutation } from '@apollo/client/react';
import { ClaimGiftCardDocument, GiftCardsScreenDocument } from '../../graphql/graphql.ts';
import type { ClaimGiftCardMutation } from '../../graphql/graphql.ts';
import { nameOfCode } from '../../wallet/code-name.ts';
import { useIntent } from '../../wallet/use-intent.ts';
import { useMonthStart } from '../../wallet/use-month-start.ts';

export type Claimed = NonNullable<ClaimGiftCardMutation['claimGiftCard']['transaction']>;

/** Claims a card. What it brought comes back, or null when the shop refused or the answer is not known. */
export function useClaimGiftCard() {
  const monthStart = useMonthStart();
  const [send] = useMutation(ClaimGiftCardDocument, {
    update: (cache, { data }) => {
      const card = data?.claimGiftCard.giftCard;
      if (!card) return;
      cache.updateQuery({ query: GiftCardsScreenDocument }, (known) => {
        if (!known || known.viewer.giftCards.some(({ id }) => id === card.id)) return known;
        return { ...known, viewer: { ...known.viewer, giftCards: [card, ...known.viewer.giftCards] } };
      });
    },
  });
  const { carryOut, ...intent } = useIntent<ClaimGiftCardMutation['claimGiftCard']>('claimGiftCard');
  const claim = async (code: string): Promise<Claimed | null> => {
    const answer = await carryOut([await nameOfCode(code)], async (idempotencyKey) => {
      const variables = { input: { code, idempotencyKey }, monthStart };
      return (await send({ variables })).data?.claimGiftCard;
    });
    return answer?.transaction ?? null;
  };
  return { claim, ...intent };
}
