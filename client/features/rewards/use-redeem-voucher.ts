import { useMutation } from '@apollo/client/react';
import { RedeemVoucherDocument } from '../../graphql/graphql.ts';
import type { RedeemVoucherMutation } from '../../graphql/graphql.ts';
import { nameOfCode } from '../../wallet/code-name.ts';
import { useIntent } from '../../wallet/use-intent.ts';
import { useMonthStart } from '../../wallet/use-month-start.ts';

export type Redeemed = NonNullable<RedeemVoucherMutation['redeemVoucher']['transaction']>;

/** Uses a code. What it brought comes back, or null when the shop refused or the answer is not known. */
export function useRedeemVoucher() {
  const monthStart = useMonthStart();
  const [send] = useMutation(RedeemVoucherDocument);
  const { carryOut, ...intent } = useIntent<RedeemVoucherMutation['redeemVoucher']>('redeemVoucher');
  const redeem = async (code: string): Promise<Redeemed | null> => {
    const answer = await carryOut([await nameOfCode(code)], async (idempotencyKey) => {
      const variables = { input: { code, idempotencyKey }, monthStart };
      return (await send({ variables })).data?.redeemVoucher;
    });
    return answer?.transaction ?? null;
  };
  return { redeem, ...intent };
}
