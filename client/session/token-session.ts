import type { Grant } from './auth-api.ts';
import type { Session, SessionState } from './session.ts';

/** `over`: the shop takes the token no longer, because its minutes are over or the session that it belongs to is. */
export type TokenEnd = 'left' | 'over';

/**
 * The session of whoever has one token and nothing else: it is kept nowhere but here, and nothing renews it; it knows no cookie, so
 * that leaving it signs nobody out, and no other window hears of it.
 */
export function createTokenSession({ account, accessToken }: Grant, onEnd: (end: TokenEnd) => void): Session {
  const state: SessionState = { status: 'signedIn', account };
  return {
    state: () => state,
    subscribe: () => () => undefined,
    accessToken: (accountId) => (accountId === account.id ? accessToken : null),
    // What is seen is not kept for later.
    isOf: () => false,
    restore: () => Promise.resolve(),
    signIn: () => Promise.resolve({ code: 'UNEXPECTED' }),
    enter: () => undefined,
    renew: () => {
      onEnd('over');
      return Promise.resolve('ended');
    },
    signOut: () => Promise.resolve(onEnd('left')),
    finishSignOut: () => Promise.resolve(),
    signOutEverywhere: () => Promise.resolve(false),
    follow: () => undefined,
  };
}

/** Asks the shop by the token alone, and for nothing but answers: what a screen would send beside is refused as the shop would. */
export function fetchByToken(fetch: typeof globalThis.fetch, refused: string): typeof globalThis.fetch {
  return (input, init) =>
    input === '/graphql'
      ? fetch(input, { ...init, credentials: 'omit' })
      : Promise.resolve(Response.json({ error: { code: 'FORBIDDEN', message: refused } }, { status: 403 }));
}
