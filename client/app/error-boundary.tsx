import { Component, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { MissingPart } from '../ui/lazy-part.ts';
import text from '../ui/text.module.css';
import { sharedWords } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';
import { Arrived } from './opening.tsx';
import { useReports } from './reports.ts';
import { appWords } from './words/words.ts';
import styles from './error-boundary.module.css';

interface ErrorBoundaryProps {
  /** Where it stands around one screen; another address starts anew. Left out, it stands around everything. */
  address?: string;
  children: ReactNode;
}

/** What breaks must not leave an empty page: it can be tried again, and the shop be told which request it was. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidUpdate({ address }: ErrorBoundaryProps): void {
    if (address !== this.props.address && this.state.error !== null) this.setState({ error: null });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const isAlone = this.props.address === undefined;
    return (
      <Arrived>
        <Broken {...{ error, isAlone }} onRetry={() => this.setState({ error: null })} />
      </Arrived>
    );
  }
}

/** Around one screen: where that breaks, the app around it goes on. */
export function ScreenBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return <ErrorBoundary address={pathname}>{children}</ErrorBoundary>;
}

interface BrokenProps {
  error: unknown;
  /** Nothing is left around it. */
  isAlone: boolean;
  onRetry: () => void;
}

function Broken({ error, isAlone, onRetry }: BrokenProps) {
  const { crash } = useWords(appWords);
  const { actions } = useWords(sharedWords);
  const requestId = useRequestId(error);
  // A part that is missing stays so for this page; only another page can have it.
  const isMissing = (error as Error) instanceof MissingPart;
  return (
    <main id="main" tabIndex={-1} className={styles['crash']}>
      <div role="alert">
        <h1>{isMissing ? crash.missingTitle : crash.title}</h1>
        <p>{isMissing ? crash.missing : isAlone ? crash.text : crash.screen}</p>
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

/** Of the request that told the shop. */
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
  return told;
}
