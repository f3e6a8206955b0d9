import { asOf } from '../../domain/wallet/decide.ts';
import { nextDueAt } from '../../domain/wallet/holds.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { expireWallets } from '../expire-credits.ts';

/**
 * The wallets of these customers as they are now; missing where there is none. A wallet on which something fell due is
 * booked first, as by every operation (product rule 5), so that balance, totals and history tell the same story.
 */
export async function findWallets(app: App, customerIds: readonly string[]): Promise<Map<string, Wallet>> {
  const wallets = await app.stores.wallets.load(customerIds);
  const now = app.now();
  const due = [...wallets.values()]
    .filter((wallet) => (nextDueAt(wallet) ?? Infinity) <= now)
    .map(({ id }) => id);
  if (due.length === 0) return wallets;
  const booked = await afterBooking(app, due);
  return new Map([...wallets].map(([id, wallet]) => [id, asOf(booked.get(id) ?? wallet, now, app.policy)]));
}

/** Reading goes on when booking is not possible at the moment: what is due is then left out of what can be spent. */
async function afterBooking(app: App, ids: readonly string[]): Promise<Map<string, Wallet>> {
  try {
    await expireWallets(app, ids, 'read', 'INTERACTIVE');
    return await app.stores.wallets.load(ids);
  } catch {
    return new Map();
  }
}
