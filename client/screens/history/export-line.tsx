import { useCallback, useId } from 'react';
import type { ReactNode } from 'react';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { OfflineReason } from '../../components/offline-reason.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useClock } from '../../ui/clock.tsx';
import { exportPath } from './export-path.ts';
import type { HistorySearch } from './history-search.ts';
import { useExport } from './use-export.ts';
import styles from './history-results.module.css';

/** The line over the entries: how many there are, and a way to take them along as a file. */
export function ExportLine({ search, children }: { search: HistorySearch; children: ReactNode }) {
  const { history } = useMessages();
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
