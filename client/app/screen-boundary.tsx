import { Component, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { toProblem } from '../apollo/problem.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { MissingPart } from '../ui/lazy-part.ts';
import text from '../ui/text.module.css';
import { sharedWords } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';
import styles from './error-boundary.module.css';
import { useReports } from './reports.ts';
import { appWords } from './words/words.ts';

interface NetProps {
  address: string;
  children: ReactNode;
}

/** Around one screen: where that breaks, the app around it goes on, and another address starts anew. */
export function ScreenBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return <Net address={pathname}>{children}</Net>;
}

class Net extends Component<NetProps, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidUpdate({ address }: NetProps): void {
    if (address !== this.props.address && this.state.error !== null) this.setState({ error: null });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Broken error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

function Broken({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { crash } = useWords(appWords);
  const { actions } = useWords(sharedWords);
  const requestId = useRequestId(error);
  // A part that is missing stays so for this page; only another page can have it.
  const isMissing = (error as Error) instanceof MissingPart;
  return (
    <main id="main" tabIndex={-1} className={styles['crash']}>
      <div role="alert">
        <h1>{isMissing ? crash.missingTitle : crash.title}</h1>
        <p>{isMissing ? crash.missing : crash.screen}</p>
      </div>
      {requestId !== null && (
        <p>
          {crash.request} <span className={text['mono']}>{requestId}</span>
        </p>
      )}
      <Button kind="primary" icon="refresh" onClick={isMissing ? () => window.location.reload() : onRetry}>
        {isMissing ? crash.reload : actions.retry}
      </Button>
      {requestId !== null && (
        <CopyButton text={requestId} label={actions.copyRequest} done={actions.copied} />
      )}
    </main>
  );
}

/** Of the request that failed, or else of the one that told the shop. */
function useRequestId(error: unknown): string | null {
  const reports = useReports();
  const [told, setTold] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void reports.failed(error).then((id) => {
      if (isCurrent) setTold(id);
    });
    return () => {
      isCurrent = false;
    };
  }, [reports, error]);
  return toProblem(error).requestId ?? told;
}
