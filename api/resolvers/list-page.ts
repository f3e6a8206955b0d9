import type { PageArgs } from '../../schema/connection/page.args.ts';
import type { PageInfo } from '../../schema/connection/page-info.type.ts';
import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import type { Listed, ListPage, Place } from '../services/queries/list-page.ts';
import { pageBy } from './page.ts';

/** The lists that are ordered by creation. Wallets that were searched for stand in the order of their customers. */
export type ListName = 'customers' | 'wallets' | 'wallets-found';

/** Which page of a list is asked for. */
export function listPageOf(list: ListName, args: PageArgs): ListPage {
  return pageBy((cursor, field) => placeOf(list, cursor, field), args);
}

export interface Page<N> {
  readonly edges: { readonly cursor: string; readonly node: N }[];
  readonly nodes: N[];
  readonly pageInfo: PageInfo;
}

/** A page with what was found at its places, in their order. */
export function presentPage<N>(
  list: ListName,
  { places, hasNextPage, hasPreviousPage }: Listed,
  found: readonly (N | null)[],
): Page<N> {
  const edges = places.flatMap((place, index) => {
    const node = found[index];
    return node ? [{ cursor: cursorOf(list, place), node }] : [];
  });
  const [first, last] = [places[0], places.at(-1)];
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: first ? cursorOf(list, first) : null,
      endCursor: last ? cursorOf(list, last) : null,
    },
  };
}

/** Names a place and not a count, so it keeps its meaning while the list grows; it fits one list. */
function cursorOf(list: ListName, { createdAt, id }: Place): string {
  return Buffer.from(`${list}:${createdAt}:${id}`).toString('base64url');
}

function placeOf(list: ListName, cursor: string, field: string): Place {
  const [, at = '', ...id] = Buffer.from(cursor, 'base64url').toString().split(':');
  const place = { createdAt: Number(at), id: id.join(':') };
  if (!Number.isSafeInteger(place.createdAt) || cursorOf(list, place) !== cursor) {
    throw badUserInput(`${field} is no cursor of this list. Use the cursors that its pages answer.`, field);
  }
  return place;
}
