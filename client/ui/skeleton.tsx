import type { CSSProperties } from 'react';
import { classes } from './classes.ts';
import styles from './skeleton.module.css';

export interface SkeletonProps {
  /** CSS lengths of the box that the text will fill. */
  width: string;
  height?: string;
  round?: boolean;
  onGradient?: boolean;
}

/** Holds the place of a text or picture until it is there. Invisible for the first moment: most answers are faster. */
export function Skeleton({ width, height = '1em', round = false, onGradient = false }: SkeletonProps) {
  const size: CSSProperties = { inlineSize: width, blockSize: height };
  return (
    <span
      aria-hidden="true"
      className={classes(styles['block'], round && styles['round'], onGradient && styles['onGradient'])}
      style={size}
    />
  );
}
