import { badUserInput } from '../../schema/scalars/bad-user-input.ts';

const VERSION = 'seq';

/** A place in the history of one wallet. Keeps its meaning while entries are added, since it names an entry and not a count. */
export function cursorOf(walletId: string, seq: number): string {
  return Buffer.from(`${VERSION}:${walletId}:${seq}`).toString('base64url');
}

/** The place that a cursor names. Refuses a cursor of another wallet, and anything that is none. */
export function seqOf(walletId: string, cursor: string, field: string): number {
  const seq = Number(Buffer.from(cursor, 'base64url').toString().split(':').at(-1));
  if (!Number.isSafeInteger(seq) || seq < 1 || cursorOf(walletId, seq) !== cursor) {
    throw badUserInput(`${field} is no cursor of this list. Use the cursors that its pages answer.`, field);
  }
  return seq;
}
