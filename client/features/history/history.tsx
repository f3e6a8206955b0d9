import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';
import { toProblem } from '../../apollo/problem.ts';
import { TransactionHistoryDocument } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { useClock } from '../../ui/clock.tsx';
import { Page } from '../../ui/page.tsx';
import { useWideScreen } from '../../ui/use-media-query.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefreshControl } from '../../wallet/refresh-control.tsx';
import { useRefresh } from '../../wallet/use-refresh.ts';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { ExportLine } from './export/export-line.tsx';
import { AppliedFilters } from './filters/applied-filters.tsx';
import { HistoryFilters } from './filters/history-filters.tsx';
import { historyVariables } from './history-variables.ts';
import { GrowingResults } from './results/growing-results.tsx';
import { HistoryPager } from './results/history-pager.tsx';
import { HistoryResults, HistoryResultsSkeleton } from './results/history-results.tsx';
import { useMoreEntries } from './results/use-more-entries.ts';
import type { HistoryWallet } from './results/use-more-entries.ts';
import { useHistorySearch } from './use-history-search.ts';
import type { HistoryAddress } from './use-history-search.ts';
import { usePlace } from './use-place.ts';
import { historyWords } from './words/words.ts';
import styles from './results/history-results.module.css';

const OPERATION = 'TransactionHistory';

/** Every entry of the wallet, filtered and paged by the address. */
export function TransactionHistory() {
  const { history } = useWords(historyWords);
  const { app } = useWords(sharedWords);
  const address = useHistorySearch();
  const { data, previousData, loading, error, refetch } = useHistoryQuery(address);
  const { updatedAt, refresh } = useRefresh(OPERATION, refetch);
  const connected = useConnected();
  const shown = data ?? previousData;
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
          action={<StartOver address={address} error={error} />}
        />
      )}
      {waiting && <HistoryResultsSkeleton rows={Math.min(address.search.size, 10)} />}
      {shown?.viewer.wallet === null && <WalletMissing />}
      {shown?.viewer.wallet && <Entries wallet={shown.viewer.wallet} {...{ address, loading, leaveBy }} />}
    </Page>
  );
}

function useHistoryQuery({ search }: HistoryAddress) {
  const now = useClock();
  return useQuery(TransactionHistoryDocument, {
    variables: historyVariables(search, now()),
    fetchPolicy: useReadPolicy(),
  });
}

interface EntriesProps {
  wallet: HistoryWallet;
  address: HistoryAddress;
  loading: boolean;
  /** Somebody opens an entry, and may come back. */
  leaveBy: (event: MouseEvent) => void;
}

function Entries({ wallet, address, loading, leaveBy }: EntriesProps) {
  const { history } = useWords(historyWords);
  const announce = useAnnounce();
  const wide = useWideScreen();
  const count = useRef<HTMLParagraphElement>(null);
  const { totalCount, pageInfo } = wallet.transactions;
  const more = useMoreEntries(address.search, wallet.transactions);
  const { listed } = more;
  const summary = history.showing(listed.nodes.length, totalCount);
  useEffect(() => {
    if (!loading) announce.politely(summary);
  }, [announce, loading, summary, pageInfo.startCursor]);
  const pages = (
    <HistoryPager {...{ pageInfo, address }} busy={loading} onTurn={() => count.current?.focus()} />
  );
  return (
    <>
      {totalCount > 0 && (
        <ExportLine search={address.search}>
          <p ref={count} tabIndex={-1} className={styles['count']}>
            {summary}
          </p>
        </ExportLine>
      )}
      <section aria-label={history.results} aria-busy={loading || more.loading} onClickCapture={leaveBy}>
        {wide ? (
          <HistoryResults {...{ wallet, listed, address }} />
        ) : (
          <GrowingResults {...more} total={totalCount} address={address}>
            <HistoryResults {...{ wallet, listed, address }} />
          </GrowingResults>
        )}
      </section>
      {wide && totalCount > 0 && pages}
    </>
  );
}

/** A cursor from an old or mistyped address is refused; the first page always exists. */
function StartOver({ address, error }: { address: HistoryAddress; error: unknown }) {
  const { history } = useWords(historyWords);
  if (address.search.page === null || toProblem(error).code !== 'BAD_USER_INPUT') return null;
  return (
    <Button small kind="quiet" onClick={() => address.goTo(null)}>
      {history.startOver}
    </Button>
  );
}
