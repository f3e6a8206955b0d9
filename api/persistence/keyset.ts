import type { Instant } from '../domain/calendar.ts';

/** A place in a list that is ordered by creation; the id decides between what was created in the same millisecond. */
export interface Place {
  readonly createdAt: Instant;
  readonly id: string;
}

export type Order = 'NEWEST_FIRST' | 'OLDEST_FIRST';

/** The moments that lists are ordered by. */
type Moment = 'createdAt' | 'at' | 'usedAt';

/** The order as the database takes it; an index on both fields gives it in either direction. */
export function sortOf(order: Order) {
  return sortBy('createdAt', order);
}

/** The same for a list that is ordered by another moment. */
export function sortBy(field: Moment, order: Order): Record<string, 1 | -1> {
  const direction = order === 'NEWEST_FIRST' ? -1 : 1;
  return { [field]: direction, _id: direction };
}

/** The same list from its other end. */
export function otherWay(order: Order): Order {
  return order === 'NEWEST_FIRST' ? 'OLDEST_FIRST' : 'NEWEST_FIRST';
}

/** Only what comes after a place in an order. The first condition says nothing new but bounds the index. */
export function beyond(place: Place, order: Order) {
  return beyondIn('createdAt', place, order);
}

/** The same for a list that is ordered by another moment. */
export function beyondIn(field: Moment, { createdAt, id }: Place, order: Order) {
  const at = new Date(createdAt);
  const [past, upTo] = order === 'NEWEST_FIRST' ? (['$lt', '$lte'] as const) : (['$gt', '$gte'] as const);
  return {
    [field]: { [upTo]: at },
    $or: [{ [field]: { [past]: at } }, { [field]: at, _id: { [past]: id } }],
  };
}

/** The strings that begin with a prefix, as the bounds of an index; the text stays a value and is never read as a pattern. */
export function startingWith(prefix: string) {
  return { $gte: prefix, $lt: `${prefix}\u{10ffff}` };
}
