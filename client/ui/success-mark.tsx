import styles from './success-mark.module.css';

/** A tick with three short rays; it bounces once. */
export function SuccessMark() {
  return (
    <svg className={styles['mark']} viewBox="0 0 96 64" aria-hidden="true">
      <circle className={styles['ring']} cx="48" cy="38" r="24" />
      <circle cx="48" cy="38" r="18" />
      <path className={styles['tick']} d="m40.5 38.5 5.2 5.2 9.8-10.4" />
      <path className={styles['rays']} d="M48 2.5v6M22 12l4.2 4.2M74 12l-4.2 4.2" />
    </svg>
  );
}
