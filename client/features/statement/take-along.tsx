import { useCallback, useId } from 'react';
import { Link } from 'react-router';
import { endOfDay, startOfDay } from '../../format/day-range.ts';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useExport } from '../../wallet/export/use-export.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { useWords } from '../../words/use-words.ts';
import { writePeriod } from './statement-period.ts';
import type { StatementPeriod } from './statement-period.ts';
import { statementWords } from './words/words.ts';
import styles from './statement.module.css';

/** The statement on paper, or as a file for a spreadsheet. */
export function TakeAlong({ period }: { period: StatementPeriod }) {
  const { statement } = useWords(statementWords);
  const announce = useAnnounce();
  const connected = useConnected();
  const reasonId = useId();
  const saved = useCallback(
    (count: number | null) => announce.politely(statement.saved(count)),
    [announce, statement],
  );
  const { state, start } = useExport(saved);
  const busy = state.step === 'preparing';
  const query = new URLSearchParams({ from: startOfDay(period.from), to: endOfDay(period.to) });
  const begin = (): void => void start(`/export/transactions.csv?${query.toString()}`);
  return (
    <Card title={statement.take}>
      <div className={styles['take']}>
        <Link className={buttonClass('primary')} to={`/statement/print?${writePeriod(period).toString()}`}>
          <Icon name="print" size="sm" />
          {statement.print}
        </Link>
        <Button
          icon="download"
          busy={busy}
          unavailable={!connected}
          aria-describedby={connected ? undefined : reasonId}
          onClick={begin}
        >
          {busy ? statement.preparing : statement.csv}
        </Button>
        {!connected && <OfflineReason id={reasonId} />}
        {state.step === 'failed' && (
          <ProblemBanner title={statement.csvFailed} error={state.error} onRetry={begin} retrying={busy} />
        )}
        {state.step === 'tooLarge' && (
          <Banner tone="warn" icon="info" urgent>
            <p>{statement.tooLarge}</p>
          </Banner>
        )}
        <p className={styles['note']}>{statement.csvHint}</p>
      </div>
    </Card>
  );
}
