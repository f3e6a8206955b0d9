import type { GraphqlContext } from '../resolvers/context.ts';
import { createLoaders } from '../resolvers/loaders.ts';
import { Once } from '../resolvers/once.ts';
import { ENDLESS, type Patience } from '../persistence/patience.ts';
import type { Stores } from '../persistence/stores/stores.ts';
import type { App } from '../services/app.ts';
import type { Caller } from '../services/caller.ts';
import { noOwnSessions, type OwnSessions } from '../services/own-sessions.ts';

/** As long as a read by id may take; several requests wait for it together. */
const LOADERS: Patience = { left: () => 5_000 };

type ContextOf = (
  caller: Caller | null,
  requestId: string,
  patience?: Patience,
  network?: string,
) => GraphqlContext;

/** Makes the context of each request. The loaders are shared, so that reads of requests that run side by side are joined. */
export function contextFactory(app: App, sessions: OwnSessions = noOwnSessions): ContextOf {
  const loaders = createLoaders({ ...app, stores: app.stores.awaited(LOADERS) });
  return (caller, requestId, patience = ENDLESS, network = '') => ({
    app: awaitedApp(app, patience),
    caller,
    requestId,
    network,
    sessions,
    loaders,
    patience,
    once: new Once(),
  });
}

/** Most requests change a wallet and read no list, so they need no stores of their own. */
function awaitedApp(app: App, patience: Patience): App {
  let stores: Stores | undefined;
  return {
    ...app,
    get stores() {
      return (stores ??= app.stores.awaited(patience));
    },
  };
}
