import { classes } from './classes.ts';
import styles from './steps.module.css';

/** What happens in which order, numbered. */
export function Steps({
  steps,
  stacked = false,
}: {
  steps: readonly (readonly [string, string])[];
  stacked?: boolean;
}) {
  return (
    <ol className={classes(styles['steps'], stacked && styles['stacked'])}>
      {steps.map(([title, text]) => (
        <li key={title}>
          <span>
            <b>{title}</b>
            {text}
          </span>
        </li>
      ))}
    </ol>
  );
}
