import type { Instant } from '../../domain/calendar.ts';
import type { Paise } from '../../domain/money.ts';
import { worthOf, type OrderPayments } from '../../domain/purchase.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { lastEntryBefore } from './position.ts';

const NOTHING = { paid: 0n, refunded: 0n };

/**
 * What the largest order of a wallet since an instant counts with, in paise; 0 when there was none. A refund that comes between
 * this reading and a decision comes as if after that, which it might have done as well. What is older is not read.
 */
export async function largestPurchaseSince(app: App, wallet: Wallet, since: Instant): Promise<Paise> {
  const [reported, payments] = await Promise.all([
    app.stores.purchases.reportedSince(wallet.id, since),
    paymentsSince(app, wallet, since),
  ]);
  const orders = new Set([...reported.keys(), ...payments.keys()]);
  let largest = 0n;
  for (const order of orders) {
    const worth = worthOf(reported.get(order) ?? 0n, payments.get(order) ?? NOTHING);
    if (worth > largest) largest = worth;
  }
  return largest;
}

async function paymentsSince(app: App, wallet: Wallet, since: Instant): Promise<Map<string, OrderPayments>> {
  const before = await lastEntryBefore(app, wallet, since);
  return app.stores.journal.paidAfter(wallet.id, before?.seq ?? 0);
}
