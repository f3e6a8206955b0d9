import { formatCount } from '../../format/number.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { Waiting } from './places.ts';
import { frameWords as words } from './words.ts';
import styles from './count.module.css';

/** Undefined: not known yet. */
export type WaitingCounts = Readonly<Record<Waiting, number | undefined>>;

/** How many wait there; nothing where nobody does. */
export function Count({ count }: { count: number | undefined }) {
  if (count === undefined || count === 0) return null;
  return (
    <span className={styles['count']}>
      {formatCount(count)}
      <VisuallyHidden>{words.waiting}</VisuallyHidden>
    </span>
  );
}
