import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './state.module.css';

export type StateTone = 'neutral' | 'ok' | 'brand' | 'warn' | 'bad';

export interface StateProps {
  icon: IconName;
  tone: StateTone;
  children: ReactNode;
}

/** How something stands, in a table's cell: a sign and a word, and the colour only says it again. */
export function State({ icon, tone, children }: StateProps) {
  return (
    <span className={classes(styles['state'], styles[tone])}>
      <Icon name={icon} size="xs" />
      {children}
    </span>
  );
}

/** A fact that was looked up, with a sign of how it came out. */
export function Says({ icon, tone, children }: StateProps) {
  return (
    <li className={classes(styles['says'], styles[tone])}>
      <Icon name={icon} size="sm" />
      <span>{children}</span>
    </li>
  );
}
