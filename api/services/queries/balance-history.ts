import { addDays, dayOf, daysBetween, startOfDay, type Instant } from '../../domain/calendar.ts';
import type { Paise } from '../../domain/money.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { positionsBetween } from './position.ts';

/** The most days that can be asked for: one year. */
export const MOST_BALANCE_DAYS = 366;

/** What one look reads at most, over all days together. */
const MOST_READ = 2_048;

export interface BalancePoint {
  /** As `2026-11-23`. */
  readonly day: string;
  /** At the end of the day, or now on the current one; in paise. */
  readonly closingBalance: Paise;
}

/**
 * The balance of a wallet at the end of each of the last `days` days (1 to 366), today included, oldest first; days before
 * the wallet are left out. The ends of all days are looked for together, and a look reads 2,048 numbers at most. So a
 * journal of two thousand entries takes one look; one of a million takes four looks for 90 days and six for a year.
 */
export async function balanceHistory(app: App, wallet: Wallet, days: number): Promise<BalancePoint[]> {
  const today = startOfDay(app.now());
  const past = Math.max(0, Math.min(days - 1, daysBetween(wallet.openedAt, today)));
  const starts = Array.from({ length: past + 1 }, (_, index) => addDays(today, index - past));
  const closing = await balancesBefore(app, wallet, starts.slice(1));
  return starts.map((start, index) => ({
    day: dayOf(start),
    closingBalance: closing[index] ?? wallet.balance,
  }));
}

/** Where an instant may lie: what the balance was before `low`, and that the entries after `high` are too late. */
interface Search {
  readonly instant: Instant;
  low: number;
  high: number;
  balance: Paise;
}

async function balancesBefore(app: App, wallet: Wallet, instants: readonly Instant[]): Promise<Paise[]> {
  const searches = instants.map((instant): Search => ({ instant, low: 1, high: wallet.seq, balance: 0n }));
  for (let open = searches; (open = open.filter(({ low, high }) => low <= high)).length > 0;) {
    const read = await app.stores.journal.balancesAt(wallet.id, positionsOf(open));
    for (const search of open) narrow(search, read);
  }
  return searches.map(({ balance }) => balance);
}

/** Days between which nothing happened look in the same place, which is read once. */
function positionsOf(open: readonly Search[]): number[] {
  const places = new Map(open.map(({ low, high }) => [`${low} ${high}`, { low, high }]));
  const each = Math.max(2, Math.floor(MOST_READ / places.size));
  return [...new Set([...places.values()].flatMap(({ low, high }) => positionsBetween(low, high, each)))];
}

function narrow(search: Search, read: readonly { seq: number; at: Instant; balanceAfter: Paise }[]): void {
  const { instant, low, high } = search;
  for (const { seq, at, balanceAfter } of read) {
    if (seq < low || seq > high) continue;
    if (at >= instant) {
      search.high = seq - 1;
      return;
    }
    search.balance = balanceAfter;
    search.low = seq + 1;
  }
  // The last position is always among those read, so nothing remains to be found.
  search.low = high + 1;
}
