import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';
import { appWords } from './words/words.ts';
import styles from './error-boundary.module.css';

/** The last net: a bug in a screen must not leave an empty page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Crash /> : this.props.children;
  }
}

function Crash() {
  const { crash } = useWords(appWords);
  return (
    <main className={styles['crash']}>
      <div role="alert">
        <h1>{crash.title}</h1>
        <p>{crash.text}</p>
      </div>
      <Button kind="primary" icon="refresh" onClick={() => window.location.reload()}>
        {crash.reload}
      </Button>
    </main>
  );
}
