import { Link, useSearchParams } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { partsWords } from './parts-words.ts';
import { BY_TIME, orderOf, withPlace } from './place.ts';
import { TurnRound } from './sorting.tsx';
import styles from './pager.module.css';

export interface PagerProps {
  shown: number;
  /** Null where nobody has counted. */
  total: number | null;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** Whether the list can be read the other way. */
  sorted?: boolean;
}

/** Which part of a list is shown, and the ways to the rest: links, for the place in the list is part of the address. */
export function Pager({ shown, total, pageInfo, sorted = false }: PagerProps) {
  const { pager } = partsWords;
  const [params] = useSearchParams();
  const to = (name: 'after' | 'before', cursor: string | null) => ({
    search: withPlace(params, cursor === null ? {} : { [name]: cursor }).toString(),
  });
  const isFirst = !params.has('after') && !params.has('before');
  const { first, back, on } = pager.ways[orderOf(params, BY_TIME)];
  return (
    <nav className={styles['pager']} aria-label={pager.label}>
      <p>{pager.shown(shown, total)}</p>
      {sorted && <TurnRound />}
      {!isFirst && (
        <Link className={buttonClass('quiet')} to={to('after', null)}>
          {first}
        </Link>
      )}
      {pageInfo.hasPreviousPage && (
        <Link className={buttonClass('quiet')} to={to('before', pageInfo.startCursor)}>
          {back}
        </Link>
      )}
      {pageInfo.hasNextPage && (
        <Link className={buttonClass('quiet')} to={to('after', pageInfo.endCursor)}>
          {on}
        </Link>
      )}
    </nav>
  );
}
