import { useCallback } from 'react';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { useExport } from '../../wallet/export/use-export.ts';

export interface FileButtonProps {
  /** Where the shop makes the file. */
  path: string;
  words: { save: string; saving: string; saved: string; notSaved: string };
  small?: boolean;
}

/** Has the shop make a file, and saves it here. */
export function FileButton({ path, words, small = false }: FileButtonProps) {
  const connected = useConnected();
  const toast = useToast();
  const { state, start } = useExport(useCallback(() => toast(words.saved), [toast, words]));
  const preparing = state.step === 'preparing';
  const begin = () => void start(path);
  return (
    <>
      <Button small={small} icon="download" busy={preparing} unavailable={!connected} onClick={begin}>
        {preparing ? words.saving : words.save}
      </Button>
      {state.step === 'failed' && (
        <ProblemBanner title={words.notSaved} error={state.error} onRetry={begin} retrying={preparing} />
      )}
    </>
  );
}
