import { useMutation } from '@apollo/client/react';
import { minus, plus } from '../../format/sum.ts';
import { typedAmount } from '../../format/typed-amount.ts';
import { StartCheckoutDocument, WalletDashboardDocument } from '../../graphql/graphql.ts';
import type { StartCheckoutMutation } from '../../graphql/graphql.ts';
import { useIntent } from '../../wallet/use-intent.ts';
import type { SplitOrder } from './order.ts';
import { toAskAgain } from './quote.ts';

/** Sets credits aside for an order and begins the payment of its rest by UPI, once however often it is sent. */
export function useStartCheckout() {
  const [send] = useMutation(StartCheckoutDocument, {
    refetchQueries: ({ data }) => [WalletDashboardDocument, ...toAskAgain(data?.startCheckout.userErrors)],
  });
  const { carryOut, openOf, ...intent } = useIntent<StartCheckoutMutation['startCheckout']>('startCheckout');

  /** The id of the checkout by which the order is paid from here on; where it has one already, of that. */
  const start = async (
    { orderId, amount, byUpi }: SplitOrder,
    { seq }: { seq?: number },
  ): Promise<string | null> => {
    const total = plus(amount, byUpi);
    const started = await carryOut([orderId, amount.amount, total.amount], async (idempotencyKey) => {
      const input = {
        ...{ orderId, credits: 'AMOUNT' as const, method: 'UPI' as const },
        amount: { amount: amount.amount, currencyCode: 'INR' as const },
        total: { amount: total.amount, currencyCode: 'INR' as const },
        ...(seq !== undefined && { expectedSeq: seq }),
        idempotencyKey,
      };
      return (await send({ variables: { input } })).data?.startCheckout;
    });
    return started?.checkout?.id ?? null;
  };
  /** What was sent for this order and has no outcome yet, whatever its amounts. */
  const openFor = (orderId: string): SplitOrder | null => {
    const [[credits = '', whole = ''] = []] = openOf([orderId]);
    const [amount, total] = [typedAmount(credits), typedAmount(whole)];
    return amount && total && { orderId, amount, byUpi: minus(total, amount) };
  };
  return { ...intent, start, openFor };
}
