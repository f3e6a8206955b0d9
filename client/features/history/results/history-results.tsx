import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useWideScreen } from '../../../ui/use-media-query.ts';
import { useWords } from '../../../words/use-words.ts';
import type { TransactionHistoryQuery } from '../../../graphql/graphql.ts';
import { MonthSums_TransactionsFragmentDoc } from '../../../graphql/graphql.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { filterCount } from '../history-search.ts';
import type { HistoryAddress } from '../use-history-search.ts';
import { historyWords } from '../words/words.ts';
import { TransactionList, TransactionListSkeleton } from './transaction-list.tsx';
import { TransactionTable, TransactionTableSkeleton } from './transaction-table.tsx';
import styles from './history-results.module.css';

export type HistoryWallet = NonNullable<TransactionHistoryQuery['viewer']['wallet']>;

export interface HistoryResultsProps {
  wallet: HistoryWallet;
  address: HistoryAddress;
}

/** More rows than most windows are high. */
const ROWS_AT_FIRST = 10;

/** The entries, or why there are none. */
export function HistoryResults({ wallet, address }: HistoryResultsProps) {
  const { history } = useWords(historyWords);
  const wide = useWideScreen();
  const nodes = wallet.transactions.edges.map(({ node }) => node);
  const { months } = readFragment(MonthSums_TransactionsFragmentDoc, wallet.transactions);
  if (nodes.length > 0) {
    return wide ? (
      <TransactionTable transactions={nodes} months={months} />
    ) : (
      <TransactionList transactions={nodes} months={months} />
    );
  }
  const filtered = filterCount(address.search) > 0;
  return (
    <div className={styles['panel']}>
      {filtered ? (
        <EmptyState
          art="noMatch"
          title={history.noMatchTitle}
          text={history.noMatch(wallet.transactionCount)}
          action={
            <Button kind="primary" onClick={address.clear}>
              {history.clear}
            </Button>
          }
        />
      ) : (
        <EmptyState art="nothingYet" title={history.emptyTitle} text={history.empty} />
      )}
    </div>
  );
}

export function HistoryResultsSkeleton() {
  const { history } = useWords(historyWords);
  const wide = useWideScreen();
  return (
    <div role="status" aria-label={history.loading} className={styles['loading']}>
      <div className={styles['line']}>
        <p className={styles['count']}>
          <Skeleton width="11rem" />
        </p>
      </div>
      {wide ? (
        <TransactionTableSkeleton rows={ROWS_AT_FIRST} />
      ) : (
        <TransactionListSkeleton rows={ROWS_AT_FIRST} />
      )}
    </div>
  );
}
