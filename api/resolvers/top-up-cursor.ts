import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import type { TopUp } from '../domain/top-up.ts';

const VERSION = 'topup';

/** A place in the list of one wallet's top-ups. */
export function topUpCursorOf(walletId: string, { createdAt, id }: Pick<TopUp, 'createdAt' | 'id'>): string {
  return Buffer.from(`${VERSION}:${walletId}:${createdAt}:${id}`).toString('base64url');
}

/** The place that a cursor names. Refuses a cursor of another wallet, and anything that is none. */
export function topUpPositionOf(walletId: string, cursor: string): Pick<TopUp, 'createdAt' | 'id'> {
  const place = Buffer.from(cursor, 'base64url').toString().slice(`${VERSION}:${walletId}:`.length);
  const [createdAt, ...id] = place.split(':');
  const position = { createdAt: Number(createdAt), id: id.join(':') };
  if (!Number.isSafeInteger(position.createdAt) || topUpCursorOf(walletId, position) !== cursor) {
    throw badUserInput('after is no cursor of this list. Use the cursors that its pages answer.', 'after');
  }
  return position;
}
