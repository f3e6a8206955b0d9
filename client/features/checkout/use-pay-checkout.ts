import { useMutation } from '@apollo/client/react';
import { PayCheckoutDocument } from '../../graphql/graphql.ts';
import type { Checkout_StateFragment, PayCheckoutMutation, PaymentMethod } from '../../graphql/graphql.ts';
import { useIntent } from '../../wallet/use-intent.ts';

/** Chooses how the rest is paid, or another way than before. The answer brings the checkout itself up to date, also a refusal. */
export function usePayCheckout({ id, payment }: Checkout_StateFragment) {
  const [send] = useMutation(PayCheckoutDocument);
  const { carryOut, ...intent } = useIntent<PayCheckoutMutation['payCheckout']>('payCheckout');
  const pay = async (method: PaymentMethod): Promise<void> => {
    // Back to a way that was left is another wish, so what the wish starts from is part of it.
    await carryOut([id, payment?.id ?? '', method], async (idempotencyKey) => {
      const input = { checkoutId: id, method, idempotencyKey };
      return (await send({ variables: { input } })).data?.payCheckout;
    });
  };
  return { pay, ...intent };
}
