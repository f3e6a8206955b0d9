import type { ReactNode, RefObject } from 'react';
import { useId } from 'react';
import { SuccessMark } from './success-mark.tsx';
import styles from './paper.module.css';

export interface PaperProps {
  title: string;
  titleRef?: RefObject<HTMLHeadingElement | null>;
  amount: string;
  note: string;
  children: ReactNode;
}

/** A receipt, torn off: what happened, for how much, and its facts. */
export function Paper({ title, titleRef, amount, note, children }: PaperProps) {
  const id = useId();
  return (
    <div className={styles['wrap']}>
      <article className={styles['paper']} aria-labelledby={id}>
        <header className={styles['head']}>
          <SuccessMark />
          <h2 id={id} ref={titleRef} tabIndex={-1}>
            {title}
          </h2>
          <p className={styles['amount']}>{amount}</p>
          <p className={styles['note']}>{note}</p>
        </header>
        {children}
      </article>
    </div>
  );
}

/** Names and values on it, under a dashed line. */
export function PaperLines({ children }: { children: ReactNode }) {
  return <dl className={styles['lines']}>{children}</dl>;
}

export function PaperLine({
  name,
  more,
  total = false,
  children,
}: {
  name: string;
  more?: string;
  total?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={total ? styles['total'] : undefined}>
      <dt className={more === undefined ? undefined : styles['named']}>
        {name}
        {more !== undefined && <small>{more}</small>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
