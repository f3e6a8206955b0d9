import type { PaymentMethod } from '../../graphql/graphql.ts';
import type { ShownTopUp } from './reference.tsx';

/** To another top-up of the same amount, with the same way back afterwards. */
export function againPath({ amount }: ShownTopUp, method: PaymentMethod, back: string | null): string {
  const query = new URLSearchParams({ amount: amount.amount, method: method.toLowerCase() });
  if (back !== null) query.set('back', back);
  return `/add?${query.toString()}`;
}
