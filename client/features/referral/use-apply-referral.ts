import { useMutation } from '@apollo/client/react';
import type { MoneyValue } from '../../format/money.ts';
import { ApplyReferralDocument } from '../../graphql/graphql.ts';
import type { ApplyReferralMutation } from '../../graphql/graphql.ts';
import { useIntent } from '../../wallet/use-intent.ts';
import { useMonthStart } from '../../wallet/use-month-start.ts';

/** Enters a friend's code. What it brought comes back, or null when the shop refused or the answer is not known. */
export function useApplyReferral() {
  const monthStart = useMonthStart();
  const [send] = useMutation(ApplyReferralDocument);
  const { carryOut, ...intent } = useIntent<ApplyReferralMutation['applyReferral']>('applyReferral');
  const apply = async (code: string): Promise<MoneyValue | null> => {
    const applied = await carryOut([code], async (idempotencyKey) => {
      const variables = { input: { code, idempotencyKey }, monthStart };
      return (await send({ variables })).data?.applyReferral;
    });
    return applied?.transaction?.amount ?? null;
  };
  return { apply, ...intent };
}
