import { asOf } from '../../domain/wallet/decide.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';

/** The wallets of these customers as they are now, what is due counted as expired; missing where there is none. */
export async function findWallets(app: App, customerIds: readonly string[]): Promise<Map<string, Wallet>> {
  const wallets = await app.stores.wallets.load(customerIds);
  const now = app.now();
  return new Map([...wallets].map(([id, wallet]) => [id, asOf(wallet, now, app.policy)]));
}
