import type { Instant } from '../../domain/calendar.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { lastEntryBefore } from './position.ts';
import { between, pointAfter, type Summary } from './summary.ts';

/**
 * What the journal says of a wallet from one instant (included) to another (not included). Both balances are those that were
 * booked: what has fallen due and could not be booked yet counts in both, so that opening and the entries always make closing.
 * The difference of two entries' running totals, however many entries lie between them.
 */
export async function statementOf(app: App, wallet: Wallet, from: Instant, to: Instant): Promise<Summary> {
  const [start, end] = await Promise.all([
    lastEntryBefore(app, wallet, from),
    lastEntryBefore(app, wallet, to),
  ]);
  return between(pointAfter(start), pointAfter(end));
}
