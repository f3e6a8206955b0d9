import type { ListOrder } from '../../schema/connection/list-order.enum.ts';
import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import type { Place } from '../services/queries/list-page.ts';

/** How the positions of one list become cursors. A cursor fits its own list only and is refused by any other. */
export interface Cursors<P> {
  of(position: P): string;
  /** The position that a cursor names. Refuses what is no cursor of this list, naming the field that brought it. */
  read(cursor: string, field: string): P;
}

/** A list ordered by creation. Cursors name a place and not a count, so they keep their meaning while the list grows. */
export function placeCursors(list: string): Cursors<Place> {
  return cursors(list, ({ createdAt, id }) => `${createdAt}:${id}`, placeIn);
}

/** The history of one wallet, whose entries are numbered. Each way of it has cursors of its own. */
export function seqCursors(walletId: string, order: ListOrder): Cursors<number> {
  return cursors(order === 'NEWEST_FIRST' ? `seq:${walletId}` : `seq-${order}:${walletId}`, String, seqIn);
}

/** The holds of one wallet, by the position of the entry that placed each. */
export function holdCursors(walletId: string): Cursors<number> {
  return cursors(`hold:${walletId}`, String, seqIn);
}

/** The journal of one gift card, whose entries are numbered. */
export function cardEntryCursors(cardId: string): Cursors<number> {
  return cursors(`card-entry:${cardId}`, String, seqIn);
}

/** Only what reads back to the very same cursor is one: there are many ways to write a number, and one in which we do. */
function cursors<P>(
  list: string,
  write: (position: P) => string,
  read: (text: string) => P | null,
): Cursors<P> {
  const prefix = `${list}:`;
  const of = (position: P) => Buffer.from(prefix + write(position)).toString('base64url');
  return {
    of,
    read(cursor, field) {
      const text = Buffer.from(cursor, 'base64url').toString();
      const position = text.startsWith(prefix) ? read(text.slice(prefix.length)) : null;
      if (position !== null && of(position) === cursor) return position;
      throw badUserInput(`${field} is no cursor of this list. Use the cursors that its pages answer.`, field);
    },
  };
}

function placeIn(text: string): Place | null {
  const [createdAt, ...id] = text.split(':');
  const place = { createdAt: Number(createdAt), id: id.join(':') };
  return Number.isSafeInteger(place.createdAt) ? place : null;
}

function seqIn(text: string): number | null {
  const seq = Number(text);
  return Number.isSafeInteger(seq) && seq >= 1 ? seq : null;
}
