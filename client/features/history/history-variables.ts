import { endOfDay, financialYear, lastThreeMonths, startOfDay, thisMonth } from '../../format/day-range.ts';
import type { DayRange } from '../../format/day-range.ts';
import type {
  MoneyInput,
  TransactionFilter,
  TransactionHistoryQueryVariables,
} from '../../graphql/graphql.ts';
import type { HistorySearch } from './history-search.ts';

/** So many entries come at a time. */
export const PAGE = 20;

/** The question to the server for an address of the history. */
export function historyVariables(search: HistorySearch, now: number): TransactionHistoryQueryVariables {
  return { filter: filterOf(search, now), first: PAGE, after: null };
}

/** What the server is asked to list; null for everything. */
export function filterOf(search: HistorySearch, now: number): TransactionFilter | null {
  const { from, to } = daysOf(search, now);
  const filter: TransactionFilter = {
    ...(search.kinds.length > 0 && { kinds: search.kinds }),
    ...(search.source !== null && { sources: [search.source] }),
    ...(search.named !== '' && { orderOrReference: search.named }),
    ...(from && { from: startOfDay(from) }),
    ...(to && { to: endOfDay(to) }),
    ...(search.least !== '' && { minAmount: rupeesInput(search.least) }),
    ...(search.most !== '' && { maxAmount: rupeesInput(search.most) }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}

function rupeesInput(amount: string): MoneyInput {
  return { amount, currencyCode: 'INR' };
}

function daysOf(search: HistorySearch, now: number): DayRange {
  switch (search.dates) {
    case 'all':
      return {};
    case 'this-month':
      return thisMonth(now);
    case 'three-months':
      return lastThreeMonths(now);
    case 'this-year':
      return financialYear(now);
    case 'custom':
      return { from: search.from, to: search.to };
  }
}
