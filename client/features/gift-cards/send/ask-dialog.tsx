import type { ReactNode } from 'react';
import { useId } from 'react';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { ModalDialog } from '../../../ui/modal-dialog.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import type { Intent } from '../../../wallet/use-intent.ts';
import { sharedWords } from '../../../words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import styles from './send.module.css';

export interface AskDialogProps {
  words: {
    sure: string;
    now: string;
    busy: string;
    keep: string;
    /** Whether it was done is not known. */
    unknown: string;
    notDone: string;
  };
  intent: Omit<Intent, 'openOf' | 'reset'>;
  /** A whole task: fills a phone's screen. What was refused can be put right in it. */
  tall?: boolean;
  onConfirm: () => Promise<void>;
  onClose: () => void;
  /** What it leads to. */
  children: ReactNode;
}

/** Says what an act on a gift leads to, and asks before it is done. */
export function AskDialog({ words, intent, tall = false, onConfirm, onClose, children }: AskDialogProps) {
  const { actions } = useWords(sharedWords);
  const connected = useConnected();
  const reasonId = useId();
  const { sending, unknown, asking, askNow, error, refusals } = intent;
  const isOver = !tall && refusals.length > 0;
  const confirm = (): void => void onConfirm();
  return (
    <ModalDialog title={words.sure} closeLabel={actions.close} busy={sending} tall={tall} onClose={onClose}>
      {children}
      {unknown && <UnknownBanner title={words.unknown} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner title={words.notDone} error={error} onRetry={confirm} retrying={sending} />
      )}
      <RefusalBanners title={words.notDone} errors={refusals} />
      {!connected && <OfflineReason id={reasonId} />}
      <div className={styles['choices']}>
        <Button
          kind="primary"
          busy={sending || unknown}
          unavailable={!connected || isOver}
          aria-describedby={connected ? undefined : reasonId}
          onClick={confirm}
        >
          {sending || unknown ? words.busy : words.now}
        </Button>
        <Button unavailable={sending} onClick={onClose}>
          {words.keep}
        </Button>
      </div>
    </ModalDialog>
  );
}
