import { useMutation } from '@apollo/client/react';
import { ClaimRewardDocument } from '../../graphql/graphql.ts';
import { useIntentKey } from '../../wallet/use-intent-key.ts';
import { useMonthStart } from '../../wallet/use-month-start.ts';

/** Claims one reward. The answer brings the changed wallet and both lists, so nothing has to be loaded again. */
export function useClaimReward() {
  const { key, renew } = useIntentKey();
  const monthStart = useMonthStart();
  const [send, { loading, error, data }] = useMutation(ClaimRewardDocument);
  const claim = async (rewardId: string): Promise<boolean> => {
    const variables = { input: { rewardId, idempotencyKey: key }, monthStart };
    const answer = await send({ variables }).catch(() => null);
    const outcome = answer?.data?.claimReward;
    if (outcome === undefined) return false;
    renew();
    return outcome.userErrors.length === 0;
  };
  return { claim, loading, error, refusals: data?.claimReward.userErrors ?? [] };
}
