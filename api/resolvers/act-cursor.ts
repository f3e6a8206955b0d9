import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import type { Place } from '../services/queries/list-page.ts';

const VERSION = 'act';

/** A place in the audit log. Names an act and not a count, so it keeps its meaning. */
export function actCursorOf({ createdAt, id }: Place): string {
  return Buffer.from(`${VERSION}:${createdAt}:${id}`).toString('base64url');
}

/** The place that a cursor names. Refuses anything that is none. */
export function actPlaceOf(cursor: string): Place {
  const [, createdAt, ...id] = Buffer.from(cursor, 'base64url').toString().split(':');
  const place = { createdAt: Number(createdAt), id: id.join(':') };
  if (!Number.isSafeInteger(place.createdAt) || actCursorOf(place) !== cursor) {
    throw badUserInput('after is no cursor of this list. Use the cursors that its pages answer.', 'after');
  }
  return place;
}
