import type { App, Patience } from '../services/app.ts';
import type { Caller } from '../services/caller.ts';
import type { OwnSessions } from '../services/own-sessions.ts';
import type { Loaders } from './loaders.ts';
import type { Once } from './once.ts';

/** What every resolver and every permission rule is given. */
export interface GraphqlContext {
  /** Reads of its lists end when nobody waits for them any more. */
  readonly app: App;
  /** Null for an anonymous request. */
  readonly caller: Caller | null;
  readonly requestId: string;
  /** Of the household that it comes from; empty where there is none. */
  readonly network: string;
  /** The sign-ins of whoever asks. */
  readonly sessions: OwnSessions;
  readonly loaders: Loaders;
  /** How long the caller waits. */
  readonly patience: Patience;
  readonly once: Once;
}
