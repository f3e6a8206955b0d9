import { ApolloClient } from '@apollo/client';
import { HttpLink } from '@apollo/client/link/http';
import { version } from '../build-info.ts';
import { createCache } from './cache.ts';

/** For the few questions that the shop answers to somebody who is not signed in. It keeps nothing and knows nobody. */
export function createVisitorClient(fetch: typeof globalThis.fetch): ApolloClient {
  return new ApolloClient({
    cache: createCache(),
    link: new HttpLink({ uri: '/graphql', fetch, credentials: 'same-origin' }),
    clientAwareness: { name: 'early-bird-web', version },
  });
}
