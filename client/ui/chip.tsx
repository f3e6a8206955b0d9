import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { classes } from './classes.ts';
import styles from './chip.module.css';

/** A row of chips; on phones it scrolls sideways. */
export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles['chips']} role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** Switches one choice on or off. */
export function ToggleChip(props: {
  pressed: boolean;
  onToggle: () => void;
  tick?: boolean;
  children: ReactNode;
}) {
  const { pressed, onToggle, tick = true, children } = props;
  return (
    <button type="button" className={styles['chip']} aria-pressed={pressed} onClick={onToggle}>
      {pressed && tick && <Icon name="check" size="xs" />}
      {children}
    </button>
  );
}

/** A filter in force; pressing it takes the filter away. */
export function AppliedChip(props: { removeLabel: string; onRemove: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className={classes(styles['chip'], styles['applied'])}
      aria-label={props.removeLabel}
      onClick={props.onRemove}
    >
      {props.children}
      <Icon name="close" size="xs" />
    </button>
  );
}
