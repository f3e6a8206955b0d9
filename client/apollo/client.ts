import { ApolloClient } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { HttpLink } from '@apollo/client/link/http';
import { version } from '../build-info.ts';
import type { Session } from '../session/session.ts';
import { createAuthLink } from './auth-link.ts';
import { createCache } from './cache.ts';
import { createFreshness } from './freshness.ts';
import type { Freshness } from './freshness.ts';

export interface WalletClient {
  apollo: ApolloClient;
  freshness: Freshness;
}

export interface WalletClientOptions {
  session: Session;
  fetch: typeof globalThis.fetch;
  now: () => number;
}

/** One client per signed-in account: another account starts with an empty cache. */
export function createWalletClient({ session, fetch, now }: WalletClientOptions): WalletClient {
  const freshness = createFreshness(now);
  const http = new HttpLink({ uri: '/graphql', fetch, credentials: 'same-origin' });
  const apollo = new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([freshness.link, createAuthLink(session), http]),
    clientAwareness: { name: 'early-bird-web', version },
  });
  return { apollo, freshness };
}
