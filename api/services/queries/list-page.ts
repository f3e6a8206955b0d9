import type { Order, Place } from '../../persistence/keyset.ts';

export type { Place };

/** A stretch of a list that runs from the newest to the oldest. */
export type ListPage =
  | { readonly first: number; readonly after?: Place | undefined }
  | { readonly last: number; readonly before?: Place | undefined };

export interface Listed {
  /** Newest first. */
  readonly places: readonly Place[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

type Read = (stretch: {
  readonly order: Order;
  readonly limit: number;
  readonly beyond?: Place | undefined;
}) => Promise<Place[]>;

/** Reads a page of a list, and one more than asked for to see whether there is more. */
export async function listPage(read: Read, page: ListPage): Promise<Listed> {
  if ('first' in page) {
    const found = await read({ order: 'NEWEST_FIRST', limit: page.first + 1, beyond: page.after });
    return {
      places: found.slice(0, page.first),
      hasNextPage: found.length > page.first,
      hasPreviousPage: page.after !== undefined,
    };
  }
  const found = await read({ order: 'OLDEST_FIRST', limit: page.last + 1, beyond: page.before });
  return {
    places: found.slice(0, page.last).reverse(),
    hasNextPage: page.before !== undefined,
    hasPreviousPage: found.length > page.last,
  };
}
