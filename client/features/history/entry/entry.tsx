import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import type { Asks } from '../../../apollo/asked-ahead.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { EntryReceipt_TransactionFragmentDoc, TransactionDetailDocument } from '../../../graphql/graphql.ts';
import type { TransactionDetailQuery } from '../../../graphql/graphql.ts';
import { OfflineBanner } from '../../../offline/offline-banner.tsx';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { transactionTitle } from '../../../wallet/entry/transaction-title.ts';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { EntryFacts } from './entry-facts.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { EntryHero } from './entry-hero.tsx';
import { EntryReceipt } from './entry-receipt.tsx';
import { EntryTrace } from './entry-trace.tsx';
import { entryWords } from './words/words.ts';
import styles from './entry.module.css';

export const asks: Asks = ({ pathname }) => ({
  query: TransactionDetailDocument,
  variables: { id: decodeURIComponent(pathname.replace('/history/', '')) },
});

/** Everything about one entry: what it was, which credits it touched, and what belongs to it. */
export function TransactionDetail() {
  const { id = '' } = useParams();
  const { detail } = useWords(entryWords);
  const words = useWords(walletWords);
  const { data, loading, error, refetch } = useQuery(TransactionDetailDocument, {
    variables: { id },
    fetchPolicy: useReadPolicy(),
  });
  const entry = readFragment(EntryReceipt_TransactionFragmentDoc, data?.transaction);
  const heading = entry ? transactionTitle(entry, words) : detail.title;
  return (
    <EntryFrame id={id} heading={heading} busy={loading && data === undefined}>
      <OfflineBanner operationName="TransactionDetail" />
      {error && (
        <ProblemBanner
          title={detail.failed}
          error={error}
          onRetry={() => void refetch().catch(() => undefined)}
          retrying={loading}
        />
      )}
      <Content data={data} loading={loading} />
    </EntryFrame>
  );
}

function Content({ data, loading }: { data: TransactionDetailQuery | undefined; loading: boolean }) {
  const { detail } = useWords(entryWords);
  if (data === undefined) return loading ? <DetailSkeleton /> : null;
  const { transaction } = data;
  if (transaction === null)
    return <EmptyState art="noMatch" title={detail.missing} text={detail.missingText} />;
  // It was paid by other means as well, and comes back by those: the receipt of the order tells of all of them.
  const order = 'checkout' in transaction ? transaction.checkout : null;
  return (
    <Columns
      side={
        <>
          <EntryFacts transaction={transaction} />
          <div className={styles['acts']}>
            {order !== null && (
              <Link className={buttonClass('secondary')} to={order.payUrl}>
                <Icon name="history" size="sm" />
                {detail.wholeOrder}
              </Link>
            )}
            <EntryReceipt transaction={transaction} />
            <Link
              className={buttonClass('secondary')}
              to={`/help/report?entry=${encodeURIComponent(transaction.id)}`}
            >
              <Icon name="help" size="sm" />
              {detail.help}
            </Link>
          </div>
        </>
      }
    >
      <EntryHero transaction={transaction} />
      <EntryTrace transaction={transaction} />
    </Columns>
  );
}

function DetailSkeleton() {
  const { detail } = useWords(entryWords);
  return (
    <Columns loading={detail.loading} side={<Skeleton width="100%" height="23rem" />}>
      <Skeleton width="100%" height="8.5rem" />
      <Skeleton width="100%" height="14rem" />
    </Columns>
  );
}
