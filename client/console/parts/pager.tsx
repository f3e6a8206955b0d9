import { Link, useSearchParams } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { partsWords } from './parts-words.ts';
import styles from './pager.module.css';

/** So many rows come at a time. */
export const PAGE = 20;

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
}

/** Which part of a list is shown, and the ways to the rest: links, for the place in the list is part of the address. */
export function Pager({ shown, total, pageInfo }: PagerProps) {
  const { pager } = partsWords;
  const [params] = useSearchParams();
  const to = (name: 'after' | 'before', cursor: string | null) => ({
    search: withPlace(params, cursor === null ? {} : { [name]: cursor }).toString(),
  });
  const isFirst = !params.has('after') && !params.has('before');
  return (
    <nav className={styles['pager']} aria-label={pager.label}>
      <p>{pager.shown(shown, total)}</p>
      {!isFirst && (
        <Link className={buttonClass('quiet')} to={to('after', null)}>
          {pager.first}
        </Link>
      )}
      {pageInfo.hasPreviousPage && (
        <Link className={buttonClass('quiet')} to={to('before', pageInfo.startCursor)}>
          {pager.newer}
        </Link>
      )}
      {pageInfo.hasNextPage && (
        <Link className={buttonClass('quiet')} to={to('after', pageInfo.endCursor)}>
          {pager.older}
        </Link>
      )}
    </nav>
  );
}

/** The variables that ask for the page that the address names. */
export function pageOf(params: URLSearchParams) {
  const before = params.get('before');
  return before === null
    ? { first: PAGE, after: params.get('after'), last: null, before: null }
    : { first: null, after: null, last: PAGE, before };
}

/** The same address at another place of its list; left out, at its beginning. */
export function withPlace(
  params: URLSearchParams,
  place: { after?: string; before?: string } = {},
): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('after');
  next.delete('before');
  for (const [name, cursor] of Object.entries(place)) next.set(name, cursor);
  return next;
}
