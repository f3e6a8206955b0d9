import type { Actor } from '../domain/actor.ts';

/** Who asks, and in which request: written on every entry that comes of it (product rule 15). */
export interface Caller {
  readonly actor: Actor;
  readonly requestId: string;
  /** The session of the built-in sign-in in which they ask; left out when tokens come from elsewhere. */
  readonly sessionId?: string;
  /** Who of the shop looks as this customer, and may change nothing. Left out where they ask themselves. */
  readonly viewedBy?: string;
  /** The only checkout that they may look at and pay, for they came by its link. Left out where they signed in. */
  readonly paysFor?: string;
}
