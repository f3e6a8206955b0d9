import type { Instant } from '../../domain/calendar.ts';
import type { Paise } from '../../domain/money.ts';
import type { App } from '../app.ts';

/**
 * The largest order of a customer since an instant, in paise, by what the shop reported and what was paid with credits.
 * It only ever grows, so a decision may use it although it was read a moment before.
 */
export async function largestPurchaseSince(app: App, customerId: string, since: Instant): Promise<Paise> {
  const [reported, paid] = await Promise.all([
    app.stores.purchases.largestSince(customerId, since),
    app.stores.journal.largestDebitSince(customerId, since),
  ]);
  return reported > paid ? reported : paid;
}
