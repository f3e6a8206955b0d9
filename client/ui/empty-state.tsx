import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  /** "nothing yet" shows a first receipt at sunrise, "no match" a looking glass. */
  art: 'nothingYet' | 'noMatch';
  title?: string;
  text: string;
  action?: ReactNode;
}

export function EmptyState({ art, title, text, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <svg className={styles['art']} viewBox="0 0 96 96" aria-hidden="true">
        <circle cx="48" cy="52" r="38" className={styles['ground']} />
        {art === 'nothingYet' ? <Receipt /> : <LookingGlass />}
      </svg>
      {title !== undefined && <h2>{title}</h2>}
      <p>{text}</p>
      {action}
    </div>
  );
}

function Receipt() {
  return (
    <>
      <path className={styles['paper']} d="M30 40h36v34l-6-4-6 4-6-4-6 4-6-4-8 4z" />
      <path d="M38 50h20M38 58h12" />
      <circle cx="68" cy="32" r="9" className={styles['sun']} />
      <path d="M68 15v4M83 21l-3 3M85 34h-3" />
    </>
  );
}

function LookingGlass() {
  return (
    <>
      <path className={styles['paper']} d="M28 36h40v30H28z" />
      <path d="M36 46h14M36 55h8" />
      <circle cx="60" cy="58" r="11" className={styles['paper']} />
      <path d="m68 66 8 8" />
    </>
  );
}
