import { Icon } from './icon.tsx';
import { classes } from './classes.ts';
import type { IconName } from './icon-shapes.tsx';
import styles from './disc.module.css';

export type Tone = 'credit' | 'debit' | 'refund' | 'neutral' | 'brand';

export function Disc({ icon, tone, small = false }: { icon: IconName; tone: Tone; small?: boolean }) {
  return (
    <span className={classes(styles['disc'], styles[tone], small && styles['small'])}>
      <Icon name={icon} size={small ? 'xs' : 'sm'} />
    </span>
  );
}
