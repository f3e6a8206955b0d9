import type { HistorySearch } from './history-search.ts';
import { filterOf } from './history-variables.ts';

/** The address of the file that holds what the history shows, on all its pages. */
export function exportPath(search: HistorySearch, now: number): string {
  const { kinds, sources, from, to, orderId, minAmount, maxAmount } = filterOf(search, now) ?? {};
  const asked: Record<string, string | null | undefined> = {
    kinds: kinds?.join(','),
    sources: sources?.join(','),
    from,
    to,
    orderId,
    minAmount: minAmount?.amount,
    maxAmount: maxAmount?.amount,
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) params.set(name, value);
  const query = params.toString();
  return `/export/transactions.csv${query === '' ? '' : `?${query}`}`;
}
