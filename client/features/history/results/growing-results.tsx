import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { HistoryAddress } from '../use-history-search.ts';
import { historyWords } from '../words/words.ts';
import { MORE } from './use-more-entries.ts';
import type { Listed } from './use-more-entries.ts';
import styles from './history-results.module.css';

export interface GrowingResultsProps {
  listed: Listed;
  total: number;
  loading: boolean;
  error: unknown;
  load: () => Promise<void>;
  address: HistoryAddress;
  children: ReactNode;
}

/** A list that is read on and on, as on a phone: what comes next is loaded below it, and the reader goes on there. */
export function GrowingResults(props: GrowingResultsProps) {
  const { listed, total, loading, error, load, address, children } = props;
  const { history } = useWords(historyWords);
  const list = useRef<HTMLDivElement>(null);
  const goOnAt = useRef<number | null>(null);
  const length = listed.nodes.length;
  useEffect(() => {
    if (goOnAt.current === null || length <= goOnAt.current) return;
    list.current?.querySelectorAll<HTMLElement>('li a')[goOnAt.current]?.focus();
    goOnAt.current = null;
  }, [length]);
  const next = (): void => {
    goOnAt.current = length;
    void load();
  };
  return (
    <>
      {address.search.page !== null && (
        <div className={styles['newer']}>
          <Button block icon="left" onClick={() => address.goTo(null)}>
            {history.startOver}
          </Button>
        </div>
      )}
      <div ref={list}>{children}</div>
      <div className={styles['more']}>
        {error !== null && (
          <ProblemBanner title={history.moreFailed} error={error} onRetry={next} retrying={loading} />
        )}
        {listed.hasMore && error === null && (
          <Button block busy={loading} onClick={next}>
            {loading ? history.loadingMore : history.more(Math.min(MORE, Math.max(1, total - length)))}
          </Button>
        )}
      </div>
    </>
  );
}
