import { classes } from '../../ui/classes.ts';
import text from '../../ui/text.module.css';
import styles from './list-note.module.css';

export interface ListNoteProps {
  /** What holds for all of the list. */
  rule?: string;
  /** Which keys go through it: for whoever has some. */
  keys: string;
}

/** What is said below a list. */
export function ListNote({ rule, keys }: ListNoteProps) {
  if (rule === undefined) return <p className={classes(text['note'], styles['keys'])}>{keys}</p>;
  return (
    <p className={text['note']}>
      {rule} <span className={styles['keys']}>{keys}</span>
    </p>
  );
}
