import type { Channel } from '../domain/actor.ts';
import type { Caller } from '../services/caller.ts';
import type { RequestInfo } from './request-info.ts';

/** By what a client calls itself; the first that fits. */
const CHANNELS: readonly (readonly [RegExp, Channel])[] = [
  [/^early-bird-web\b/, 'WEB'],
  [/^early-bird-console\b/, 'CONSOLE'],
  [/^early-bird-playground\b/, 'PLAYGROUND'],
  [/\b(ios|android|mobile)\b/i, 'MOBILE'],
];

/** Who asks and through what, as entries of the journal record it; null for an anonymous request. */
export function callerOf({
  principal,
  requestId,
  clientName,
}: Pick<RequestInfo, 'principal' | 'requestId' | 'clientName'>): Caller | null {
  if (!principal) return null;
  const channel = CHANNELS.find(([pattern]) => pattern.test(clientName ?? ''))?.[1] ?? 'API';
  const actor = { id: principal.subject, role: principal.role, channel };
  const { session, viewedBy, paysFor } = principal;
  return {
    ...{ actor, requestId },
    ...(session && { sessionId: session.id }),
    ...(viewedBy && { viewedBy: viewedBy.id }),
    ...(paysFor !== undefined && { paysFor }),
  };
}
