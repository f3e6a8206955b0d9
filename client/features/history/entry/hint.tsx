import styles from './entry.module.css';

/** A few words at the end of a heading's line. */
export function Hint({ text }: { text: string }) {
  return <span className={styles['hint']}>{text}</span>;
}
