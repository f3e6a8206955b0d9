import { otherWay, type Order, type Place } from '../../persistence/keyset.ts';

export type { Order, Place };

/** A stretch of a list that runs one way or the other. */
export type ListPage = (
  | { readonly first: number; readonly after?: Place | undefined }
  | { readonly last: number; readonly before?: Place | undefined }
) & {
  /** Left out, from the newest to the oldest. */
  readonly order?: Order;
};

export interface Listed {
  /** In the order of the page. */
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
  const { order = 'NEWEST_FIRST' } = page;
  if ('first' in page) {
    const found = await read({ order, limit: page.first + 1, beyond: page.after });
    return {
      places: found.slice(0, page.first),
      hasNextPage: found.length > page.first,
      hasPreviousPage: page.after !== undefined,
    };
  }
  const found = await read({ order: otherWay(order), limit: page.last + 1, beyond: page.before });
  return {
    places: found.slice(0, page.last).reverse(),
    hasNextPage: page.before !== undefined,
    hasPreviousPage: found.length > page.last,
  };
}
