import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { useWords } from '../../../words/use-words.ts';
import { PAGE } from '../history-variables.ts';
import { historyWords } from '../words/words.ts';
import type { HistoryWallet } from './history-results.tsx';
import styles from './history-results.module.css';

export interface GrowingResultsProps {
  connection: HistoryWallet['transactions'];
  loadMore: (after: string) => Promise<void>;
  children: ReactNode;
}

/** A list that is read on and on: what comes next is loaded below it, and the reader goes on there. */
export function GrowingResults({ connection, loadMore, children }: GrowingResultsProps) {
  const { history } = useWords(historyWords);
  const { totalCount, edges, pageInfo } = connection;
  const { loading, error, load } = useLoading(loadMore);
  const list = useRef<HTMLDivElement>(null);
  const goOnAt = useRef<number | null>(null);
  useEffect(() => {
    if (goOnAt.current === null || edges.length <= goOnAt.current) return;
    list.current?.querySelectorAll<HTMLElement>('a[href]')[goOnAt.current]?.focus();
    goOnAt.current = null;
  }, [edges.length]);
  const next = (): void => {
    if (pageInfo.endCursor === null) return;
    goOnAt.current = edges.length;
    void load(pageInfo.endCursor);
  };
  return (
    <>
      <div ref={list}>{children}</div>
      <div className={styles['more']}>
        {error !== null && (
          <ProblemBanner title={history.moreFailed} error={error} onRetry={next} retrying={loading} />
        )}
        {pageInfo.hasNextPage && error === null && (
          <Button busy={loading} onClick={next}>
            {loading
              ? history.loadingMore
              : history.more(Math.min(PAGE, Math.max(1, totalCount - edges.length)))}
          </Button>
        )}
      </div>
    </>
  );
}

function useLoading(loadMore: (after: string) => Promise<void>) {
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const load = async (after: string): Promise<void> => {
    setLoading(true);
    setError(null);
    try {
      await loadMore(after);
    } catch (cause) {
      setError(cause);
    } finally {
      setLoading(false);
    }
  };
  return { loading, error, load };
}
