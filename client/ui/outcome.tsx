import type { ReactNode, RefObject } from 'react';
import styles from './outcome.module.css';

export interface OutcomeProps {
  /** A clock for what nobody knows yet, a cross for what did not happen, a tick for what did. */
  art: 'unknown' | 'failed' | 'done';
  title: string;
  titleRef?: RefObject<HTMLHeadingElement | null>;
  /** Read out at once. */
  urgent?: boolean;
  children: ReactNode;
}

const drawings = {
  unknown: 'M48 35v14l9 5',
  failed: 'm40 40 16 16M56 40 40 56',
  done: 'm38 49 7 7 14-15',
};

/** How something ended, before its facts. */
export function Outcome({ art, title, titleRef, urgent = false, children }: OutcomeProps) {
  return (
    <section className={styles['outcome']} role={urgent ? 'alert' : 'status'}>
      <svg className={styles[art]} viewBox="0 0 96 96" aria-hidden="true">
        <circle className={styles['halo']} cx="48" cy="48" r="46" />
        <circle className={styles['ground']} cx="48" cy="48" r="36" />
        <circle cx="48" cy="48" r="22" />
        <path d={drawings[art]} />
      </svg>
      <h2 ref={titleRef} tabIndex={-1}>
        {title}
      </h2>
      <div className={styles['text']}>{children}</div>
    </section>
  );
}
