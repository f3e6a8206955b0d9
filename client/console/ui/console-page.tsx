import type { ReactNode } from 'react';
import { usePageHeading } from '../../ui/page-heading.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './console-page.module.css';
import { uiWords as words } from './ui-words.ts';

export interface ConsolePageProps {
  heading: string;
  /** Badges beside the heading. */
  badges?: ReactNode;
  /** A picture before it. */
  lead?: ReactNode;
  /** One line of facts below it. Left out of a busy page it is on its way, and its place is kept; null where there is none. */
  sub?: ReactNode;
  /** What can be done with the whole page. */
  actions?: ReactNode;
  busy?: boolean;
  children: ReactNode;
}

/** The frame of every page of the console: its heading, what can be done, and the content. */
export function ConsolePage({
  heading,
  badges,
  lead,
  sub,
  actions,
  busy = false,
  children,
}: ConsolePageProps) {
  const ref = usePageHeading(words.documentTitle(heading));
  return (
    <main id="main" tabIndex={-1} className={styles['main']} aria-busy={busy || undefined}>
      <div className={styles['head']}>
        {lead}
        <div className={styles['naming']}>
          <div className={styles['line']}>
            <h1 ref={ref} tabIndex={-1}>
              {heading}
            </h1>
            {badges}
          </div>
          {sub !== undefined && sub !== null && <p className={styles['sub']}>{sub}</p>}
          {sub === undefined && busy && <SubOnItsWay />}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
      <div className={styles['content']}>{children}</div>
    </main>
  );
}

function SubOnItsWay() {
  return (
    <p className={styles['sub']}>
      <span>
        <Skeleton width="14rem" />
      </span>
    </p>
  );
}
