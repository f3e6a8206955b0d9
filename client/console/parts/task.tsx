import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './task.module.css';

export interface TaskProps {
  to: string;
  title: string;
  /** At the end of the first line. */
  amount: string | null;
  /** Lines of text below. */
  lines: readonly ReactNode[];
  /** The last line: how it stands. */
  children: ReactNode;
}

export function TaskList({ children }: { children: ReactNode }) {
  return <ul className={styles['list']}>{children}</ul>;
}

/** Something that waits for somebody, as a phone lists it: the whole of it leads there. */
export function Task({ to, title, amount, lines, children }: TaskProps) {
  return (
    <li>
      <Link className={styles['task']} to={to}>
        <span className={styles['top']}>
          <b>{title}</b>
          {amount !== null && <b>{amount}</b>}
        </span>
        {lines.map((line, index) => (
          <span key={index} className={styles['text']}>
            {line}
          </span>
        ))}
        <span className={styles['foot']}>{children}</span>
      </Link>
    </li>
  );
}
