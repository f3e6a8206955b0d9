import { classes } from './classes.ts';
import styles from './meter.module.css';

export interface MeterProps {
  label: string;
  /** What the bar shows, in words; it stands beside the bar as well. */
  text: string;
  /** Between 0 and 1. */
  share: number;
  quiet?: boolean;
}

/** A part of a whole as a bar. */
export function Meter({ label, text, share, quiet = false }: MeterProps) {
  return (
    <div
      className={classes(styles['meter'], quiet && styles['quiet'])}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={text}
    >
      <i style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
