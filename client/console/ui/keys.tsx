import styles from './keys.module.css';

/** The key that does the same. Who can't see it is told by `aria-keyshortcuts` on the control itself. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className={styles['key']} aria-hidden="true">
      {children}
    </kbd>
  );
}
