import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import styles from './banner.module.css';

export type BannerTone = 'plain' | 'info' | 'warn' | 'bad' | 'gift';

export interface BannerProps {
  tone: BannerTone;
  icon: IconName;
  /** Reads it out at once: for failures of what the person just did. */
  urgent?: boolean;
  children: ReactNode;
}

export function Banner({ tone, icon, urgent = false, children }: BannerProps) {
  return (
    <div className={classes(styles['banner'], styles[tone])} role={urgent ? 'alert' : undefined}>
      <Icon name={icon} className={styles['icon']} />
      <div className={styles['text']}>{children}</div>
    </div>
  );
}
