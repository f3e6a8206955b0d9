import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { everything, readSearch, writeSearch } from './history-search.ts';
import type { HistorySearch } from './history-search.ts';

export type FilterChange = Partial<HistorySearch>;

export interface HistoryAddress {
  search: HistorySearch;
  change(change: FilterChange): void;
  /** The same, in the place of where one is. */
  replace(change: FilterChange): void;
  clear(): void;
}

/** What a control needs that shows a filter and changes it. */
export type FilterEditor = Pick<HistoryAddress, 'search' | 'change'>;

/** The address bar is the state: the back button and a shared link restore it. */
export function useHistorySearch(): HistoryAddress {
  const [params, setParams] = useSearchParams();
  const search = useMemo(() => readSearch(params), [params]);
  const write = (next: HistorySearch): void => setParams(writeSearch(next));
  return {
    search,
    change: (change) => write({ ...search, ...change }),
    replace: (change) => setParams(writeSearch({ ...search, ...change }), { replace: true }),
    clear: () => write(everything),
  };
}
