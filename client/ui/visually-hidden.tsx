import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** For screen readers: what others see from colour, place or a sign. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={styles['hidden']}>{children}</span>;
}
