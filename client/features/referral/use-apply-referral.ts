import { useMutation } from '@apollo/client/react';
import type { MoneyValue } from '../../format/money.ts';
import { ApplyReferralDocument } from '../../graphql/graphql.ts';
import { useIntentKey } from '../../wallet/use-intent-key.ts';
import { useMonthStart } from '../../wallet/use-month-start.ts';

/** Enters a friend's code. What it brought comes back, or null when the shop refused or the answer is not known. */
export function useApplyReferral() {
  const { key, renew } = useIntentKey();
  const monthStart = useMonthStart();
  const [send, { loading, error, data, reset }] = useMutation(ApplyReferralDocument);
  const apply = async (code: string): Promise<MoneyValue | null> => {
    const answer = await send({ variables: { input: { code, idempotencyKey: key }, monthStart } }).catch(
      () => null,
    );
    const outcome = answer?.data?.applyReferral;
    if (outcome === undefined) return null;
    renew();
    return outcome.transaction?.amount ?? null;
  };
  return { apply, loading, error, reset, refusals: data?.applyReferral.userErrors ?? [] };
}
