import type { GraphqlContext } from '../resolvers/context.ts';
import { createLoaders } from '../resolvers/loaders.ts';
import type { App } from '../services/app.ts';
import type { Caller } from '../services/caller.ts';

/** Makes the context of each request. The loaders are shared, so that reads of requests that run side by side are joined. */
export function contextFactory(app: App): (caller: Caller | null, requestId: string) => GraphqlContext {
  const loaders = createLoaders(app);
  return (caller, requestId) => ({ app, caller, requestId, loaders });
}
