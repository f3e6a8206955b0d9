import type { ReactNode } from 'react';
import styles from './bottom-bar.module.css';

export interface BottomBarProps {
  /** What the places are, for those who hear it. */
  label: string;
  /** Links, each with its icon in a `span` before its word. */
  children: ReactNode;
}

/** The places of an app where there is no room beside the screen. */
export function BottomBar({ label, children }: BottomBarProps) {
  return (
    <nav className={styles['bar']} aria-label={label}>
      {children}
    </nav>
  );
}
