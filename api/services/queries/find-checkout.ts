import type { Checkout } from '../../domain/checkout.ts';
import type { App } from '../app.ts';
import { stateOf, type CheckoutState } from '../start-checkout.ts';

/** The checkout with this id beside its payment; null when there is none. */
export async function findCheckout(app: App, id: string): Promise<CheckoutState | null> {
  const checkout = (await app.stores.checkouts.load([id])).get(id);
  return checkout ? stateOf(app, checkout) : null;
}

/** The checkouts with these ids, by their ids, each beside its payment. */
export async function findCheckouts(app: App, ids: readonly string[]): Promise<Map<string, CheckoutState>> {
  const found = await besideTheirPayments(app, [...(await app.stores.checkouts.load(ids)).values()]);
  return new Map(found.map((state) => [state.checkout.id, state]));
}

/** The latest checkouts of a customer, newest first, each beside its payment. */
export async function latestCheckouts(app: App, walletId: string, limit: number): Promise<CheckoutState[]> {
  return besideTheirPayments(app, await app.stores.checkouts.latestOf(walletId, limit));
}

async function besideTheirPayments(
  { stores }: App,
  checkouts: readonly Checkout[],
): Promise<CheckoutState[]> {
  const payments = await stores.topUps.load(checkouts.flatMap(({ paymentId }) => paymentId ?? []));
  return checkouts.map((checkout) => ({
    checkout,
    payment: payments.get(checkout.paymentId ?? '') ?? null,
  }));
}
