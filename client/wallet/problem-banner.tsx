import type { ReactNode } from 'react';
import { useState } from 'react';
import { toProblem } from '../apollo/problem.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import text from '../ui/text.module.css';
import { sharedWords } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';
import { walletWords } from './words/words.ts';
import styles from './problem-banner.module.css';

export interface ProblemBannerProps {
  /** What did not happen. */
  title: string;
  error: unknown;
  onRetry: () => void;
  retrying: boolean;
  /** Another way out, beside trying again. */
  action?: ReactNode;
}

/** What failed, why, what to do now, and the number by which the shop finds the request. */
export function ProblemBanner({ title, error, onRetry, retrying, action }: ProblemBannerProps) {
  const { problems } = useWords(walletWords);
  const { actions } = useWords(sharedWords);
  const { code, requestId } = toProblem(error);
  return (
    <Banner tone="bad" icon="error" urgent>
      <p>
        <b>{title}</b> {problems[code]}
      </p>
      {requestId !== null && (
        <p className={text['small']}>
          {problems.request} <span className={text['mono']}>{requestId}</span>
        </p>
      )}
      <div className={styles['actions']}>
        <Button small icon="refresh" busy={retrying} onClick={onRetry}>
          {actions.retry}
        </Button>
        {action}
        {requestId !== null && <CopyRequest requestId={requestId} />}
      </div>
    </Banner>
  );
}

function CopyRequest({ requestId }: { requestId: string }) {
  const { actions } = useWords(sharedWords);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(requestId);
    setCopied(true);
  };
  return (
    <Button small kind="quiet" icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
      {copied ? actions.copied : actions.copyRequest}
    </Button>
  );
}
