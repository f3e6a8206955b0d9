import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import styles from './flow.module.css';

/** The body of a page on which one thing is done: one column where there is little room, two with the act at the end. */
export function Flow({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className={styles['columns']}>
      <div className={styles['part']}>{children}</div>
      <div className={styles['part']}>{side}</div>
    </div>
  );
}

export interface PayBoxProps {
  /** What the act leads to, in full. */
  children: ReactNode;
  /** The bar with the button: part of the box where there is room, at the edge of the screen elsewhere. */
  bar: ReactNode;
  label: string;
}

export function PayBox({ children, bar, label }: PayBoxProps) {
  return (
    <section className={styles['box']} aria-label={label}>
      <div className={styles['facts']}>{children}</div>
      {bar}
    </section>
  );
}

/** What is pressed to go on, always within reach of the thumb. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <div className={styles['bar']}>{children}</div>;
}

export interface ConsequenceProps {
  left: ReactNode;
  right?: ReactNode;
  tone?: 'plain' | 'warn' | 'good';
  /** A second line, smaller. */
  more?: ReactNode;
}

/** One line above the button: what is left and what changes. Where the box tells it all, it is not said twice. */
export function Consequence({ left, right, tone = 'plain', more }: ConsequenceProps) {
  return (
    <div className={styles['consequence']}>
      <p className={styles['line']}>
        <span>{left}</span>
        {right !== undefined && (
          <span className={classes(styles['change'], styles[tone])}>
            {tone !== 'plain' && <Icon name="tier" size="sm" />}
            {right}
          </span>
        )}
      </p>
      {more !== undefined && <p className={styles['more']}>{more}</p>}
    </div>
  );
}

/** Two buttons side by side. */
export function ButtonPair({ children }: { children: ReactNode }) {
  return <div className={styles['pair']}>{children}</div>;
}
