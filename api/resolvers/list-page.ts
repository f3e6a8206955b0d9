import type { ListOrder } from '../../schema/connection/list-order.enum.ts';
import type { OrderedPageArgs } from '../../schema/connection/ordered-page.args.ts';
import type { Listed, ListPage } from '../services/queries/list-page.ts';
import { connectionOf, type Connection } from './connection.ts';
import { placeCursors } from './cursor.ts';
import { pageBy } from './page.ts';

/** The lists that are ordered by creation. Wallets that were searched for stand in the order of their customers. */
export type ListName =
  | (
      | 'customers'
      | 'wallets'
      | 'wallets-found'
      | 'reviews'
      | 'approvals'
      | 'jobs'
      | 'campaigns'
      | 'gift-cards'
      | 'reward'
    )
  /** Of one campaign. */
  | `uses:${string}`
  /** Of one wallet. */
  | `topup:${string}`;

/** A list the way it is read. Each way has cursors of its own, for they lead into opposite directions. */
export interface ReadList {
  readonly name: ListName;
  readonly order: ListOrder;
}

export function readList(name: ListName, { orderBy }: OrderedPageArgs): ReadList {
  return { name, order: orderBy ?? 'NEWEST_FIRST' };
}

/** Which page of a list is asked for. */
export function listPageOf(list: ReadList, args: OrderedPageArgs): ListPage {
  return { ...pageBy(cursorsOf(list), args), order: list.order };
}

/** A page with what was found at its places, in their order. Those where nothing was found any more bound it all the same. */
export function presentPage<N>(
  list: ReadList,
  { places, ...more }: Listed,
  found: readonly (N | null)[],
): Connection<N> {
  const cursors = cursorsOf(list);
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

/** Cursors from before there was another way are those of the newest first. */
function cursorsOf({ name, order }: ReadList) {
  return placeCursors(order === 'NEWEST_FIRST' ? name : `${name}-${order}`);
}
