import type { App } from '../services/app.ts';
import type { Caller } from '../services/caller.ts';
import type { Loaders } from './loaders.ts';

/** What every resolver and every permission rule is given. */
export interface GraphqlContext {
  readonly app: App;
  /** Null for an anonymous request. */
  readonly caller: Caller | null;
  readonly requestId: string;
  readonly loaders: Loaders;
}
