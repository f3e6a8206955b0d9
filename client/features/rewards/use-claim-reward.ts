import { useMutation } from '@apollo/client/react';
import { ClaimRewardDocument } from '../../graphql/graphql.ts';
import type { ClaimRewardMutation } from '../../graphql/graphql.ts';
import { useIntent } from '../../wallet/use-intent.ts';
import { useMonthStart } from '../../wallet/use-month-start.ts';

export type ClaimedReward = NonNullable<ClaimRewardMutation['claimReward']['transaction']>;

/** Claims one reward. The answer brings the changed wallet and both lists, so nothing has to be loaded again. */
export function useClaimReward() {
  const monthStart = useMonthStart();
  const [send] = useMutation(ClaimRewardDocument);
  const { carryOut, ...intent } = useIntent<ClaimRewardMutation['claimReward']>('claimReward');
  const claim = async (rewardId: string): Promise<ClaimedReward | null> => {
    const claimed = await carryOut([rewardId], async (idempotencyKey) => {
      const variables = { input: { rewardId, idempotencyKey }, monthStart };
      return (await send({ variables })).data?.claimReward;
    });
    return claimed?.transaction ?? null;
  };
  return { claim, ...intent };
}
