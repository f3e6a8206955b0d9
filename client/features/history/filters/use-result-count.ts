import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { HistoryCountDocument } from '../../../graphql/graphql.ts';
import { useClock } from '../../../ui/clock.tsx';
import type { HistorySearch } from '../history-search.ts';
import { filterOf } from '../history-variables.ts';

/** Somebody who types an amount is not done with its first digit. */
const PAUSE_MS = 250;

/** How many entries a search would find; null while that is not known. */
export function useResultCount(search: HistorySearch): number | null {
  const now = useClock();
  const settled = useSettled(JSON.stringify(filterOf(search, now())));
  const { data } = useQuery(HistoryCountDocument, {
    variables: { filter: JSON.parse(settled) as ReturnType<typeof filterOf> },
    fetchPolicy: 'cache-and-network',
  });
  return data?.viewer.wallet?.transactions.totalCount ?? null;
}

/** The value once it has stayed the same for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
