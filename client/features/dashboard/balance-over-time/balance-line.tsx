import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { isZero } from '../../../format/proportion.ts';
import { BalanceOverTimeDocument } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { useWords } from '../../../words/use-words.ts';
import { dashboardWords } from '../words/words.ts';
import { BalanceChart } from './balance-chart.tsx';
import type { DayOfBalance, HistoryOfBalance } from './balance-extremes.ts';
import { BalanceLineSkeleton } from './balance-line-skeleton.tsx';
import { BalanceSentence } from './balance-sentence.tsx';
import { BalanceTable } from './balance-table.tsx';
import styles from './balance-line.module.css';

/** The line, one sentence that says the same, and all its numbers on request. */
export function BalanceLine({ updatedAt }: { updatedAt: number | null }) {
  const { balanceLine } = useWords(dashboardWords);
  const { data, error, loading, refetch } = useQuery(BalanceOverTimeDocument, {
    fetchPolicy: useReadPolicy(),
  });
  useRefetchAfter(updatedAt, refetch);
  const wallet = data?.viewer.wallet ?? null;
  if (error && wallet === null) {
    return (
      <ProblemBanner
        title={balanceLine.failed}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
        retrying={loading}
      />
    );
  }
  if (wallet === null) return <BalanceLineSkeleton />;
  const days = upToNow(wallet);
  const drawable = days.length > 1 && days.some(({ closingBalance }) => !isZero(closingBalance));
  return drawable ? (
    <>
      <BalanceChart days={days} />
      <BalanceSentence days={days} />
      <BalanceTable days={days} />
    </>
  ) : (
    <p className={styles['empty']}>{balanceLine.empty}</p>
  );
}

/** A payment or an order changes the balance that everything here shares; today's point goes with it. */
function upToNow({ balanceHistory, balance }: HistoryOfBalance): DayOfBalance[] {
  return balanceHistory.map((day, index) =>
    index === balanceHistory.length - 1 ? { ...day, closingBalance: balance } : day,
  );
}

/** When the page around it has been brought up to date, the line is as well. */
function useRefetchAfter(updatedAt: number | null, refetch: () => Promise<unknown>): void {
  const known = useRef(updatedAt);
  useEffect(() => {
    if (known.current === updatedAt) return;
    known.current = updatedAt;
    refetch().catch(() => undefined);
  }, [updatedAt, refetch]);
}
