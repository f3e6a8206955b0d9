import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { MouseEvent } from 'react';
import type { Asks } from '../../apollo/asked-ahead.ts';
import { TransactionHistoryDocument } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { classes } from '../../ui/classes.ts';
import { useClock } from '../../ui/clock.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefreshControl } from '../../wallet/refresh-control.tsx';
import { useRefresh } from '../../wallet/use-refresh.ts';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { ExportLine } from './export/export-line.tsx';
import { AppliedFilters } from './filters/applied-filters.tsx';
import { HistoryFilters } from './filters/history-filters.tsx';
import { readSearch } from './history-search.ts';
import { historyVariables } from './history-variables.ts';
import { GrowingResults } from './results/growing-results.tsx';
import { HistoryResults, HistoryResultsSkeleton } from './results/history-results.tsx';
import type { HistoryWallet } from './results/history-results.tsx';
import { useHistorySearch } from './use-history-search.ts';
import type { HistoryAddress } from './use-history-search.ts';
import { usePlace } from './use-place.ts';
import { historyWords } from './words/words.ts';
import styles from './results/history-results.module.css';

const OPERATION = 'TransactionHistory';

/** Under an entry the list stays as it was. */
export const asks: Asks = ({ pathname, searchParams }, now) =>
  pathname === '/history'
    ? { query: TransactionHistoryDocument, variables: historyVariables(readSearch(searchParams), now) }
    : null;

/** Every entry of the wallet that the filters in the address let through, in a list that grows downwards. */
export function TransactionHistory() {
  const { history } = useWords(historyWords);
  const { app } = useWords(sharedWords);
  const address = useHistorySearch();
  const { shown, shownOf, loading, error, refetch, loadMore } = useHistoryQuery(address);
  const { updatedAt, refresh } = useRefresh(OPERATION, refetch);
  const connected = useConnected();
  const waiting = loading && shown === undefined;
  const { leaveBy } = usePlace(shown !== undefined);
  return (
    <Page
      heading={history.title}
      documentTitle={app.title(history.title)}
      refreshing={loading && !waiting}
      busy={waiting}
      actions={<RefreshControl updatedAt={updatedAt} refreshing={loading} onRefresh={refresh} />}
    >
      <OfflineBanner operationName={OPERATION} />
      <HistoryFilters address={address} />
      <AppliedFilters address={address} />
      {error && (connected || shown === undefined) && (
        <ProblemBanner
          title={shown === undefined ? history.failed : history.refreshFailed}
          error={error}
          onRetry={refresh}
          retrying={loading}
        />
      )}
      {waiting && <HistoryResultsSkeleton />}
      {shown?.viewer.wallet === null && <WalletMissing />}
      {shown?.viewer.wallet && (
        <Entries wallet={shown.viewer.wallet} {...{ address, shownOf, loading, loadMore, leaveBy }} />
      )}
    </Page>
  );
}

/** Until the answer for another address has come, what is shown is of the one before. */
function useHistoryQuery({ search }: HistoryAddress) {
  const now = useClock();
  const variables = historyVariables(search, now());
  const asked = JSON.stringify(variables);
  const [shownOf, setShownOf] = useState(asked);
  const query = useQuery(TransactionHistoryDocument, {
    variables,
    fetchPolicy: useReadPolicy(),
    // What is brought anew is the first page; what was loaded below it stays.
    refetchWritePolicy: 'merge',
  });
  const { data, previousData, loading, error, refetch, fetchMore, networkStatus } = query;
  if (data !== undefined && shownOf !== asked) setShownOf(asked);
  return {
    shown: data ?? previousData,
    shownOf: data === undefined ? shownOf : asked,
    loading: loading && networkStatus !== NetworkStatus.fetchMore,
    error,
    refetch,
    loadMore: async (after: string) => void (await fetchMore({ variables: { after } })),
  };
}

interface EntriesProps {
  wallet: HistoryWallet;
  address: HistoryAddress;
  /** Which question the wallet answers. */
  shownOf: string;
  loading: boolean;
  loadMore: (after: string) => Promise<void>;
  /** Somebody opens an entry, and may come back. */
  leaveBy: (event: MouseEvent) => void;
}

function Entries({ wallet, address, shownOf, loading, loadMore, leaveBy }: EntriesProps) {
  const { history } = useWords(historyWords);
  const announce = useAnnounce();
  const now = useClock();
  const isStale = shownOf !== JSON.stringify(historyVariables(address.search, now()));
  const { totalCount, edges } = wallet.transactions;
  const summary = history.showing(edges.length, totalCount);
  useEffect(() => {
    if (!loading) announce.politely(summary);
  }, [announce, loading, summary, shownOf]);
  return (
    <>
      {totalCount > 0 && (
        <ExportLine search={address.search}>
          <p className={styles['count']}>{summary}</p>
        </ExportLine>
      )}
      {/* Another answer is another list: its rows take the place of the old ones, and none of them travels. */}
      <section
        key={shownOf}
        aria-label={history.results}
        aria-busy={loading}
        className={classes(isStale && styles['stale'])}
        onClickCapture={leaveBy}
      >
        <GrowingResults connection={wallet.transactions} loadMore={loadMore}>
          <HistoryResults wallet={wallet} address={address} />
        </GrowingResults>
      </section>
    </>
  );
}
