import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import styles from './badge.module.css';

export type BadgeTone =
  'neutral' | 'ok' | 'brand' | 'warn' | 'bad' | 'bronze' | 'silver' | 'gold' | 'platinum';

export function Badge({ icon, tone, children }: { icon: IconName; tone: BadgeTone; children: ReactNode }) {
  return (
    <span className={classes(styles['badge'], styles[tone])}>
      <Icon name={icon} size="xs" className={styles['icon']} />
      {children}
    </span>
  );
}
