import { useCallback, useId } from 'react';
import type { ReactNode } from 'react';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { HistorySearch } from '../history-search.ts';
import { filterOf } from '../history-variables.ts';
import { historyWords } from '../words/words.ts';
import { useExport } from '../../../wallet/export/use-export.ts';
import styles from '../results/history-results.module.css';

/** The line over the entries: how many there are, and a way to take them along as a file. */
export function ExportLine({ search, children }: { search: HistorySearch; children: ReactNode }) {
  const { history } = useWords(historyWords);
  const announce = useAnnounce();
  const now = useClock();
  const online = useConnected();
  const reasonId = useId();
  const saved = useCallback(
    (count: number | null) => announce.politely(history.exported(count)),
    [announce, history],
  );
  const { state, start } = useExport(saved);
  const preparing = state.step === 'preparing';
  const begin = (): void => {
    announce.politely(history.exporting);
    void start(exportPath(search, now()));
  };
  return (
    <>
      <div className={styles['line']}>
        {children}
        <Button
          kind="quiet"
          small
          icon="download"
          title={history.exportHint}
          busy={preparing}
          unavailable={!online}
          aria-describedby={online ? undefined : reasonId}
          onClick={begin}
        >
          {preparing ? history.exporting : history.export}
        </Button>
      </div>
      {!online && <OfflineReason id={reasonId} />}
      {state.step === 'failed' && (
        <ProblemBanner
          title={history.exportFailed}
          error={state.error}
          onRetry={begin}
          retrying={preparing}
        />
      )}
      {state.step === 'tooLarge' && (
        <Banner tone="warn" icon="info" urgent>
          <p>{history.exportTooLarge}</p>
        </Banner>
      )}
    </>
  );
}

/** The address of the file that holds what the history shows, on all its pages. */
function exportPath(search: HistorySearch, now: number): string {
  const { kinds, sources, from, to, orderOrReference, minAmount, maxAmount } = filterOf(search, now) ?? {};
  const asked: Record<string, string | null | undefined> = {
    kinds: kinds?.join(','),
    sources: sources?.join(','),
    from,
    to,
    orderOrReference,
    minAmount: minAmount?.amount,
    maxAmount: maxAmount?.amount,
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) params.set(name, value);
  const query = params.toString();
  return `/export/transactions.csv${query === '' ? '' : `?${query}`}`;
}
