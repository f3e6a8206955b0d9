import { classes } from '../../../ui/classes.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from './balance-line.module.css';

/** As high as the chart, its sentence and the table's line. */
export function BalanceLineSkeleton() {
  return (
    <div aria-busy="true">
      <div className={styles['chart']}>
        <Skeleton width="100%" height="100%" />
      </div>
      <p className={classes(styles['sentence'], styles['waiting'])}>
        <Skeleton width="100%" /> <Skeleton width="60%" />
      </p>
      <p className={styles['summary']}>
        <Skeleton width="7rem" />
      </p>
    </div>
  );
}
