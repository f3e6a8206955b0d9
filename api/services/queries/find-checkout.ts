import type { App } from '../app.ts';
import { stateOf, type CheckoutState } from '../start-checkout.ts';

/** The checkout with this id beside its payment; null when there is none. */
export async function findCheckout(app: App, id: string): Promise<CheckoutState | null> {
  const checkout = (await app.stores.checkouts.load([id])).get(id);
  return checkout ? stateOf(app, checkout) : null;
}

/** The latest checkouts of a customer, newest first, each beside its payment. */
export async function latestCheckouts(
  { stores }: App,
  walletId: string,
  limit: number,
): Promise<CheckoutState[]> {
  const checkouts = await stores.checkouts.latestOf(walletId, limit);
  const payments = await stores.topUps.load(checkouts.flatMap(({ paymentId }) => paymentId ?? []));
  return checkouts.map((checkout) => ({
    checkout,
    payment: payments.get(checkout.paymentId ?? '') ?? null,
  }));
}
