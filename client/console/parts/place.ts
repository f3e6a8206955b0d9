/** So many rows come at a time. */
export const PAGE = 20;

/** In which way most lists can be read, the usual one first. */
export const BY_TIME = ['NEWEST_FIRST', 'OLDEST_FIRST'] as const;

/** The variables that ask for the page that the address names. */
export function pageOf(params: URLSearchParams) {
  const before = params.get('before');
  return before === null
    ? { first: PAGE, after: params.get('after'), last: null, before: null }
    : { first: null, after: null, last: PAGE, before };
}

/** The same of a list that is read the way that the address names. */
export function sortedPageOf(params: URLSearchParams) {
  return { ...pageOf(params), orderBy: orderOf(params, BY_TIME) };
}

/** The order that the address names; what is no order of the list counts as not there. */
export function orderOf<Order extends string>(
  params: URLSearchParams,
  orders: readonly [Order, ...Order[]],
): Order {
  return orders.find((one) => one === params.get('sort')?.toUpperCase()) ?? orders[0];
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

/** The same address in another order, at its beginning: the places of one order are none of another. */
export function inOrder(params: URLSearchParams, order: string): URLSearchParams {
  const next = withPlace(params);
  if (order === BY_TIME[0]) next.delete('sort');
  else next.set('sort', order.toLowerCase());
  return next;
}
