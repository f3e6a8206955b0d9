import type { SessionEnd } from '../persistence/stores/session.store.ts';

/** `SECOND_STEP`: the password was right, and more is asked for. */
export type SignInOutcome = 'GRANTED' | 'SECOND_STEP' | 'REFUSED' | 'TOO_MANY' | 'BUSY';

/** Told what happens at the door, for metrics and the log. */
export interface IdentityObserver {
  signIn(outcome: SignInOutcome): void;
  ended(session: { readonly id: string; readonly accountId: string }, because: SessionEnd): void;
}
