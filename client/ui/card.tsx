import { useId } from 'react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './card.module.css';

export interface CardProps {
  title: string;
  /** For links to this place on the page. */
  id?: string;
  /** A link or control at the end of the heading's line. */
  action?: ReactNode;
  /** Content reaches the card's edges: lists and tables. */
  flush?: boolean;
  busy?: boolean;
  children: ReactNode;
}

/** A section with its heading; the heading names the region. */
export function Card({ title, id, action, flush = false, busy = false, children }: CardProps) {
  const headingId = useId();
  return (
    <section
      id={id}
      className={classes(styles['card'], flush && styles['flush'])}
      aria-labelledby={headingId}
      aria-busy={busy || undefined}
    >
      <div className={styles['head']}>
        <h2 id={headingId}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
