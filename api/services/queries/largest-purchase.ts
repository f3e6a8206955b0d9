import type { Instant } from '../../domain/calendar.ts';
import type { Paise } from '../../domain/money.ts';
import { worthOf } from '../../domain/purchase.ts';
import type { App } from '../app.ts';

const NOTHING = { paid: 0n, refunded: 0n };

/**
 * What the largest order of a customer since an instant counts with, in paise; 0 when there was none. A refund that comes between
 * this reading and a decision comes as if after that, which it might have done as well.
 */
export async function largestPurchaseSince(app: App, customerId: string, since: Instant): Promise<Paise> {
  const [reported, payments] = await Promise.all([
    app.stores.purchases.reportedSince(customerId, since),
    app.stores.journal.paidSince(customerId, since),
  ]);
  const orders = new Set([...reported.keys(), ...payments.keys()]);
  let largest = 0n;
  for (const order of orders) {
    const worth = worthOf(reported.get(order) ?? 0n, payments.get(order) ?? NOTHING);
    if (worth > largest) largest = worth;
  }
  return largest;
}
