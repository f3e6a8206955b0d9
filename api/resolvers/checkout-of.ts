import { checkoutOf } from '../domain/checkout.ts';
import { findCheckout } from '../services/queries/find-checkout.ts';
import type { GraphqlContext } from './context.ts';
import { presentCheckout, type CheckoutView } from './presenters/checkout.presenter.ts';

/** The checkout that a debit is of; null where it is of none. */
export async function checkoutOfDebit(
  { app }: GraphqlContext,
  debitId: string,
): Promise<CheckoutView | null> {
  const id = checkoutOf(debitId);
  const state = id === null ? null : await findCheckout(app, id);
  return state && presentCheckout(state);
}
