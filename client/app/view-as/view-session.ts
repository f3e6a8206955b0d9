import type { Grant } from '../../session/auth-api.ts';
import type { Session, SessionState } from '../../session/session.ts';

/** `over`: the shop takes the token no longer, because its minutes are over or the session of whoever looks is. */
export type ViewEnd = 'left' | 'over';

/**
 * The session of a look as a customer. It has one token, kept nowhere but here, which nothing renews; it knows no cookie, so that
 * leaving it signs nobody out, and no other window hears of it.
 */
export function createViewSession({ account, accessToken }: Grant, onEnd: (end: ViewEnd) => void): Session {
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
