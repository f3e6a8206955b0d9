import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { MonthSums_TransactionsFragmentDoc, TransactionHistoryDocument } from '../../../graphql/graphql.ts';
import type { TransactionHistoryQuery } from '../../../graphql/graphql.ts';
import { useClock } from '../../../ui/clock.tsx';
import type { HistorySearch } from '../history-search.ts';
import { filterOf } from '../history-variables.ts';
import type { Months } from './month-sums.tsx';

export type HistoryWallet = NonNullable<TransactionHistoryQuery['viewer']['wallet']>;
type Connection = HistoryWallet['transactions'];

/** The entries on the screen, from the first page down. */
export interface Listed {
  nodes: Connection['nodes'];
  months: Months;
  hasMore: boolean;
  endCursor: string | null;
}

interface Growth extends Listed {
  /** Of which search these are the entries. */
  key: string;
}

export const MORE = 20;

/** What was loaded stays for whoever looks at an entry and comes back, as long as the account's own memory does. */
const loaded = new WeakMap<object, Growth>();

/**
 * A list that grows downwards. The first page may be brought up to date meanwhile: what was loaded below it stays, as long as
 * the two still meet.
 */
export function useMoreEntries(search: HistorySearch, first: Connection) {
  const client = useApolloClient();
  const now = useClock();
  const filter = filterOf(search, now());
  const key = JSON.stringify([filter, search.size, search.page]);
  const [grown, setGrown] = useState<Growth | null>(() => loaded.get(client) ?? null);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<{ key: string; cause: unknown } | null>(null);
  const listed = joined(listedOf(first), grown?.key === key ? grown : null);

  const load = async (): Promise<void> => {
    setLoading(true);
    setError(null);
    try {
      const { data } = await client.query({
        query: TransactionHistoryDocument,
        variables: { filter, first: MORE, after: listed.endCursor },
        fetchPolicy: 'network-only',
      });
      const next = data?.viewer.wallet?.transactions;
      if (!next) return;
      const longer = { key, ...appended(listed, listedOf(next)) };
      loaded.set(client, longer);
      setGrown(longer);
    } catch (cause) {
      setError({ key, cause });
    } finally {
      setLoading(false);
    }
  };
  return { listed, load, loading, error: error?.key === key ? error.cause : null };
}

function listedOf(connection: Connection): Listed {
  const { nodes, pageInfo } = connection;
  const { months } = readFragment(MonthSums_TransactionsFragmentDoc, connection);
  return { nodes, months, hasMore: pageInfo.hasNextPage, endCursor: pageInfo.endCursor };
}

function appended(above: Listed, below: Listed): Listed {
  return { ...below, nodes: [...above.nodes, ...below.nodes], months: together(above.months, below.months) };
}

/** The first page as it is now, and below it what was loaded. If nothing of it is known, too much has come in between. */
function joined(first: Listed, grown: Listed | null): Listed {
  const last = first.nodes.at(-1)?.id;
  const at = grown?.nodes.findIndex(({ id }) => id === last) ?? -1;
  if (grown === null || at === -1) return first;
  const below = { ...grown, nodes: grown.nodes.slice(at + 1) };
  return below.nodes.length === 0 ? first : appended(first, below);
}

/** What the upper part says of a month is newer. */
function together(upper: Months, lower: Months): Months {
  if (upper === null || lower === null) return null;
  return [...upper, ...lower.filter(({ month }) => !upper.some((one) => one.month === month))];
}
