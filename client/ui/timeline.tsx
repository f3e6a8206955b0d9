import { classes } from './classes.ts';
import styles from './timeline.module.css';

export interface TimelineStep {
  title: string;
  /** When it was, or what is to come of it. */
  text: string;
  /** Over, where it stands, or still to come. */
  stands: 'done' | 'now' | 'next';
}

/** What happened one after the other, and what is still to come. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <ol className={styles['timeline']}>
      {steps.map(({ title, text, stands }) => (
        <li
          key={title}
          className={classes(stands !== 'next' && styles[stands])}
          aria-current={stands === 'now' ? 'step' : undefined}
        >
          <b>{title}</b>
          <small>{text}</small>
        </li>
      ))}
    </ol>
  );
}
