import { classes } from './classes.ts';
import { iconShapes } from './icon-shapes.tsx';
import type { IconName } from './icon-shapes.tsx';
import styles from './icon.module.css';

export interface IconProps {
  name: IconName;
  size?: 'md' | 'sm' | 'xs';
  className?: string | undefined;
}

/** Always an ornament: the word or label beside it carries the meaning. */
export function Icon({ name, size = 'md', className }: IconProps) {
  return (
    <svg className={classes(styles['icon'], styles[size], className)} viewBox="0 0 24 24" aria-hidden="true">
      {iconShapes[name]}
    </svg>
  );
}
