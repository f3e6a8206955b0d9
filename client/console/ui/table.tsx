import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './table.module.css';
import { uiWords as words } from './ui-words.ts';

/** The columns that are left out of the tables within, by their names. */
export const HiddenColumns = createContext<ReadonlySet<string>>(new Set());

export interface Column {
  name: string;
  /** Amounts stand at the end of their column. */
  isNumber?: boolean;
  /** What may be done with a row; the last column. */
  isActs?: boolean;
  /** What stands in the head in place of the name, such as a link that sorts. */
  head?: ReactNode;
  sorted?: 'ascending' | 'descending' | undefined;
}

export interface TableProps {
  /** Heard, not seen: what stands above says the same to the eye. */
  caption: string;
  columns: readonly Column[];
  /** On a phone each row becomes a card; every cell then needs its `label`. */
  cards?: boolean;
  children: ReactNode;
}

/** A table of the console. Where its columns do not fit, its frame scrolls, and then the keyboard must reach it. */
export function Table({ caption, columns, cards = false, children }: TableProps) {
  const hidden = useContext(HiddenColumns);
  const shown = columns.filter(({ name }) => !hidden.has(name));
  return (
    <div
      className={classes(styles['frame'], cards && styles['cards'])}
      role="region"
      aria-label={words.table(caption)}
      tabIndex={0}
    >
      <table className={styles['table']}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {shown.map(({ name, isNumber, isActs, head, sorted }) => (
              <th
                key={name}
                scope="col"
                aria-sort={sorted}
                className={classes(isNumber && styles['number'], isActs && styles['acts'])}
              >
                {head ?? name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export interface CellProps {
  /** The name of its column, for a phone and for whoever hides it. */
  label?: string;
  isNumber?: boolean;
  isActs?: boolean;
  children: ReactNode;
}

export function Cell({ label, isNumber = false, isActs = false, children }: CellProps) {
  const hidden = useContext(HiddenColumns);
  if (label !== undefined && hidden.has(label)) return null;
  return (
    <td data-label={label} className={classes(isNumber && styles['number'], isActs && styles['acts'])}>
      {children}
    </td>
  );
}

/** The rows' shape while they are on their way. */
export function TableSkeleton({ rows, columns }: { rows: number; columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row}>
      {Array.from({ length: columns }, (_column, column) => (
        <td key={column}>
          <Skeleton width={column === 0 ? '10rem' : '5rem'} />
        </td>
      ))}
    </tr>
  ));
}
