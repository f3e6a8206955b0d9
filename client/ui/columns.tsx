import type { ReactNode } from 'react';
import styles from './columns.module.css';

export interface ColumnsProps {
  /** What the page is about. */
  children: ReactNode;
  /** What comes before all else on a phone, and first in the narrow column where there is room. */
  first?: ReactNode;
  /** What stands beside it where there is room, and after it elsewhere. */
  side: ReactNode;
  /** Comes last on a phone and fills the wide column below the first part elsewhere. */
  after?: ReactNode;
  /** The page's shape before its data is there: said to screen readers. */
  loading?: string;
}

/** The one grid of pages: two thirds and one third, or one column. */
export function Columns({ first, children, side, after, loading }: ColumnsProps) {
  return (
    <div
      className={styles['columns']}
      role={loading === undefined ? undefined : 'status'}
      aria-label={loading}
    >
      {first !== undefined && <div className={styles['first']}>{first}</div>}
      <div>{children}</div>
      <div>{side}</div>
      {after !== undefined && <div className={styles['after']}>{after}</div>}
    </div>
  );
}
