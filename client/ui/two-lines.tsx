import type { ReactNode } from 'react';
import styles from './two-lines.module.css';

/** What a button does, and in a second, smaller line what it does besides. */
export function TwoLines({ children, more }: { children: ReactNode; more: ReactNode }) {
  return (
    <span className={styles['lines']}>
      {children} <small>{more}</small>
    </span>
  );
}
