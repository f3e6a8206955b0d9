import type { Logger } from 'pino';
import type { IdentityObserver } from '../../identity/observer.ts';
import type { Metrics } from './metrics.ts';

/** Counts what happens at the door, and logs what somebody should look into. */
export function observeIdentity(metrics: Metrics, logger: Logger): IdentityObserver {
  return {
    signIn: (outcome) => metrics.identity.signIn(outcome),
    ended({ id, accountId }, because) {
      metrics.identity.ended({ id, accountId }, because);
      if (because !== 'REUSED') return;
      logger.warn(
        { accountId, sessionId: id },
        'A refresh token was used again after its successor: the session was ended, because one of the two may be stolen',
      );
    },
  };
}
