import { checkoutOf } from '../domain/checkout.ts';
import type { GraphqlContext } from './context.ts';
import { presentCheckout, type CheckoutView } from './presenters/checkout.presenter.ts';

/** The checkout that a hold or a debit is of; null where it is of none. */
export async function checkoutOfEntry(
  { loaders }: GraphqlContext,
  entryId: string,
): Promise<CheckoutView | null> {
  const id = checkoutOf(entryId);
  const state = id === null ? null : await loaders.checkouts.load(id);
  return state && presentCheckout(state);
}
