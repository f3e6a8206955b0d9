import { useCallback } from 'react';
import type { AuditLogFilter } from '../../../graphql/graphql.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useExport } from '../../../wallet/export/use-export.ts';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { auditWords } from './words.ts';

const words = auditWords.export;

/** Everything that the filters let through, as a file for spreadsheets. The shop makes it, and writes down that it did. */
export function AuditExport({ filter }: { filter: AuditLogFilter }) {
  const connected = useConnected();
  const toast = useToast();
  const { state, start } = useExport(useCallback(() => toast(words.saved), [toast]));
  const preparing = state.step === 'preparing';
  const begin = (): void => {
    const asked = Object.entries(filter as Record<string, string>);
    void start(`/export/audit.csv?${new URLSearchParams(asked).toString()}`);
  };
  return (
    <>
      <Button icon="download" busy={preparing} unavailable={!connected} onClick={begin}>
        {preparing ? words.preparing : words.label}
      </Button>
      {state.step === 'failed' && (
        <ProblemBanner title={words.failed} error={state.error} onRetry={begin} retrying={preparing} />
      )}
    </>
  );
}
