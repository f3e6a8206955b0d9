import styles from './success-mark.module.css';

/** A tick with three short rays; it bounces once. */
export function SuccessMark() {
  return (
    <svg className={styles['mark']} viewBox="0 0 96 96" aria-hidden="true">
      <path className={styles['rays']} d="M48 6v9M20 17l6 7M76 17l-6 7" />
      <circle cx="48" cy="56" r="30" />
      <path className={styles['tick']} d="m35 57 9 9 18-19" />
    </svg>
  );
}
