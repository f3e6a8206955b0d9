import type { App } from '../app.ts';
import { stateOf, type CheckoutState } from '../start-checkout.ts';

/** The checkout with this id beside its payment; null when there is none. */
export async function findCheckout(app: App, id: string): Promise<CheckoutState | null> {
  const checkout = (await app.stores.checkouts.load([id])).get(id);
  return checkout ? stateOf(app, checkout) : null;
}
