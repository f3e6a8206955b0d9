import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useExport } from '../../../wallet/export/use-export.ts';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { analyticsWords } from './words.ts';

const words = analyticsWords.csv;

export type CsvTable = 'movement' | 'liability' | 'tiers' | 'figures';
/** The button that saves one of the tables. */
export type CsvButton = (table: CsvTable, label: string, heard?: string) => ReactNode;

/** The tables of a period as files: the button of each, and what is said when one could not be made. */
export function useProgrammeCsv(period: { from: string; to: string }): {
  button: CsvButton;
  problem: ReactNode;
} {
  const connected = useConnected();
  const toast = useToast();
  const [asked, setAsked] = useState<CsvTable>('figures');
  const { state, start } = useExport(useCallback(() => toast(words.saved), [toast]));
  const preparing = state.step === 'preparing';
  const begin = (table: CsvTable): void => {
    setAsked(table);
    void start(`/export/programme.csv?${new URLSearchParams({ table, ...period }).toString()}`);
  };
  const button: CsvButton = (table, label, heard) => {
    const busy = preparing && asked === table;
    return (
      <Button
        icon="download"
        small
        busy={busy}
        unavailable={!connected || preparing}
        aria-label={busy ? undefined : heard}
        onClick={() => begin(table)}
      >
        {busy ? words.preparing : label}
      </Button>
    );
  };
  const problem = state.step === 'failed' && (
    <ProblemBanner
      title={words.failed}
      error={state.error}
      onRetry={() => begin(asked)}
      retrying={preparing}
    />
  );
  return { button, problem };
}
