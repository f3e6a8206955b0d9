import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import type { RewardPosition } from '../services/queries/find-rewards.ts';

const VERSION = 'reward';

/** A place in the list of rewards, newest first. Names a reward and not a count, so it keeps its meaning. */
export function rewardCursor({ createdAt, id }: RewardPosition): string {
  return Buffer.from(`${VERSION}:${createdAt}:${id}`).toString('base64url');
}

/** The place that a cursor names. Refuses anything that is none. */
export function rewardPosition(cursor: string, field: string): RewardPosition {
  const [, createdAt, id = ''] = Buffer.from(cursor, 'base64url').toString().split(':');
  const position = { createdAt: Number(createdAt), id };
  if (!Number.isSafeInteger(position.createdAt) || rewardCursor(position) !== cursor) {
    throw badUserInput(`${field} is no cursor of this list. Use the cursors that its pages answer.`, field);
  }
  return position;
}
