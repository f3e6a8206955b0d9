import { useMutation } from '@apollo/client/react';
import { readFragment } from '../../graphql/fragment-masking.ts';
import {
  ClaimGiftDocument,
  Refusal_ErrorFragmentDoc,
  TierCard_WalletFragmentDoc,
  WalletChange_WalletFragmentDoc,
} from '../../graphql/graphql.ts';
import type { ClaimGiftMutation, TierCard_WalletFragment } from '../../graphql/graphql.ts';
import { useIntent } from '../../wallet/use-intent.ts';
import { useMonthStart } from '../../wallet/use-month-start.ts';

/** What it brought, and where its wallet stands now. */
export interface ClaimedGift {
  transaction: NonNullable<ClaimGiftMutation['claimGift']['transaction']>;
  standing: TierCard_WalletFragment['tier'];
}

/** So much of a link tells it from others, and is worth nothing to whoever reads what this browser keeps. */
const NAMED_BY = 8;

/** Claims the gift of a link. `gone` is called where the shop says that it cannot be claimed any more. */
export function useClaimGift(token: string, gone: () => void) {
  const monthStart = useMonthStart();
  const [send] = useMutation(ClaimGiftDocument);
  const { carryOut, openOf, ...intent } = useIntent<ClaimGiftMutation['claimGift']>('claimGift');
  const name = [token.slice(0, NAMED_BY)];
  const claim = async (): Promise<ClaimedGift | null> => {
    const answer = await carryOut(name, async (idempotencyKey) => {
      const variables = { input: { token, idempotencyKey }, monthStart };
      return (await send({ variables })).data?.claimGift;
    });
    const refusals = readFragment(Refusal_ErrorFragmentDoc, answer?.userErrors ?? []);
    if (refusals.some(({ code }) => code === 'GIFT_ENDED')) gone();
    const standing = readFragment(
      TierCard_WalletFragmentDoc,
      readFragment(WalletChange_WalletFragmentDoc, answer?.wallet),
    )?.tier;
    return answer?.transaction && standing ? { transaction: answer.transaction, standing } : null;
  };
  /** Sent before, and nobody knows what became of it: the same wish once more finds out. */
  const isOpen = openOf(name).length > 0;
  return { claim, isOpen, ...intent };
}
