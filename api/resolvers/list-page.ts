import type { PageArgs } from '../../schema/connection/page.args.ts';
import type { Listed, ListPage } from '../services/queries/list-page.ts';
import { connectionOf, type Connection } from './connection.ts';
import { placeCursors } from './cursor.ts';
import { pageBy } from './page.ts';

/** The lists that are ordered by creation. Wallets that were searched for stand in the order of their customers. */
export type ListName = 'customers' | 'wallets' | 'wallets-found' | 'reviews' | 'approvals' | 'jobs';

/** Which page of a list is asked for. */
export function listPageOf(list: ListName, args: PageArgs): ListPage {
  return pageBy(placeCursors(list), args);
}

/** A page with what was found at its places, in their order. Those where nothing was found any more bound it all the same. */
export function presentPage<N>(
  list: ListName,
  { places, ...more }: Listed,
  found: readonly (N | null)[],
): Connection<N> {
  const cursors = placeCursors(list);
  const edges = places.flatMap((place, index) => {
    const node = found[index];
    return node ? [{ cursor: cursors.of(place), node }] : [];
  });
  const [first, last] = [places[0], places.at(-1)];
  const page = connectionOf(edges, more);
  return {
    ...page,
    pageInfo: {
      ...page.pageInfo,
      startCursor: first ? cursors.of(first) : null,
      endCursor: last ? cursors.of(last) : null,
    },
  };
}
