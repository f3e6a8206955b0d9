import { monthOf, startOfMonth, type Instant } from '../../domain/calendar.ts';
import type { Paise } from '../../domain/money.ts';
import type { MoneyEntry } from '../../domain/wallet/entries.ts';
import {
  CREDIT_MOVEMENTS,
  movementOf,
  tallyOf,
  type Movement,
  type RunningTotals,
} from '../../domain/wallet/running-totals.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import type { History } from './history.ts';
import { movementsOf, type HistoryFilter } from './history-filter.ts';
import { lastEntryBefore } from './position.ts';

/** What a filter lets through of one month, whichever part of it a page shows. */
export interface HistoryMonth {
  /** As `2026-11`. */
  readonly month: string;
  readonly count: number;
  /** In paise, like the other. */
  readonly added: Paise;
  readonly taken: Paise;
}

/** The sums of what a filter lets through, at a boundary between two months. */
interface Mark {
  readonly count: number;
  readonly added: Paise;
  readonly taken: Paise;
}

/**
 * The months that a page of history touches, newest first. Running totals change only with entries that match, so the boundaries
 * within the page are on its own entries; only the outer ones are looked up, however many months and entries there are.
 * Null when the filter looks at single entries, which no running total can tell apart.
 */
export async function historyMonths(
  app: App,
  wallet: Wallet,
  filter: HistoryFilter,
  page: History,
): Promise<HistoryMonth[] | null> {
  const movements = movementsOf(filter);
  if (movements === null) return null;
  const newestOfEach = page.entries.filter(
    (entry, index, all) => index === 0 || monthOf(entry.at) !== monthOf(all[index - 1]?.at ?? 0),
  );
  const [newest, oldest] = [page.entries[0], page.entries.at(-1)];
  if (!newest || !oldest) return [];
  const mark = (running: RunningTotals) => markOf(running, movements);
  const runningBefore = async (instant: Instant) =>
    (await lastEntryBefore(app, wallet, instant))?.running ?? {};
  const [top, bottom] = await Promise.all([
    page.hasPreviousPage
      ? runningBefore(Math.min(startOfMonth(newest.at, 1), filter.to ?? Infinity)).then(mark)
      : mark(newest.running),
    page.hasNextPage
      ? runningBefore(Math.max(startOfMonth(oldest.at), filter.from ?? 0)).then(mark)
      : without(mark(oldest.running), oldest),
  ]);
  const marks = [top, ...newestOfEach.slice(1).map(({ running }) => mark(running)), bottom];
  return newestOfEach.map((entry, index) => ({
    month: monthOf(entry.at),
    ...difference(marks[index] ?? top, marks[index + 1] ?? bottom),
  }));
}

function markOf(running: RunningTotals, movements: readonly Movement[]): Mark {
  const adding = movements.filter(isAdding);
  const taking = movements.filter((movement) => !isAdding(movement) && !isSettingAside(movement));
  const [added, taken] = [tallyOf(running, adding), tallyOf(running, taking)];
  return { count: tallyOf(running, movements).count, added: added.total, taken: taken.total };
}

/** Before the first entry of all that match, whatever lies between it and the one before. */
function without({ count, added, taken }: Mark, entry: MoneyEntry): Mark {
  if (isSettingAside(movementOf(entry))) return { count: count - 1, added, taken };
  return isAdding(movementOf(entry))
    ? { count: count - 1, added: added - entry.amount, taken }
    : { count: count - 1, added, taken: taken - entry.amount };
}

function difference(end: Mark, start: Mark): Mark {
  return {
    count: end.count - start.count,
    added: end.added - start.added,
    taken: end.taken - start.taken,
  };
}

/** What is set aside or given back has neither come in nor gone out. */
function isSettingAside(movement: Movement): boolean {
  return movement === 'hold' || movement === 'release';
}

function isAdding(movement: Movement): boolean {
  return movement === 'refund' || CREDIT_MOVEMENTS.includes(movement);
}
