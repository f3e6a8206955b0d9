import styles from './progress-line.module.css';

/** A thin line along the top while the page is brought up to date; what is on it stays readable. */
export function ProgressLine() {
  return (
    <div className={styles['track']} aria-hidden="true">
      <div className={styles['sweep']} />
    </div>
  );
}
