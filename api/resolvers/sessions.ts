import type { Session } from '../../schema/session/session.type.ts';
import type { GraphqlContext } from './context.ts';
import { globalId } from './global-id.ts';
import { callerOf } from './reach.ts';

/** Where the caller is signed in. */
export async function sessionsOf(context: GraphqlContext): Promise<Session[]> {
  const { actor, sessionId, viewedBy } = callerOf(context);
  // Where a customer is signed in is no part of the wallet.
  if (viewedBy !== undefined) return [];
  const alive = await context.sessions.aliveOf(actor.id);
  return alive.map(({ id, device, createdAt, lastUsedAt }) => ({
    id: globalId('Session', id),
    device: device ?? 'Unknown device',
    createdAt,
    lastUsedAt,
    isCurrent: id === sessionId,
  }));
}
