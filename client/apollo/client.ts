import { ApolloClient } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { HttpLink } from '@apollo/client/link/http';
import { version } from '../build-info.ts';
import { monthStart } from '../format/day-range.ts';
import { createKeeper, restoreSnapshot } from '../offline/keeper.ts';
import type { Snapshot, SnapshotStore } from '../offline/snapshot.ts';
import type { Account } from '../session/auth-api.ts';
import type { Session } from '../session/session.ts';
import { createAskedAhead } from './asked-ahead.ts';
import type { Question } from './asked-ahead.ts';
import { createAuthLink } from './auth-link.ts';
import { createCache } from './cache.ts';
import { createFreshness } from './freshness.ts';
import type { Freshness } from './freshness.ts';

export interface WalletClient {
  apollo: ApolloClient;
  freshness: Freshness;
  /** Asks for what somebody is about to look at. */
  askAhead: (question: Question) => void;
}

export interface WalletClientOptions {
  account: Account;
  session: Session;
  snapshots: SnapshotStore;
  /** What to start from while the shop can't be reached. */
  snapshot: Snapshot | null;
  fetch: typeof globalThis.fetch;
  now: () => number;
}

/** One client per account: another account starts with an empty cache. */
export function createWalletClient(options: WalletClientOptions): WalletClient {
  const { account, session, snapshots, snapshot, fetch, now } = options;
  const isCustomer = account.role === 'CUSTOMER';
  const cache = createCache();
  if (snapshot) restoreSnapshot(cache, snapshot, monthStart(now()));
  const freshness = createFreshness(now, timesOf(snapshot));
  const keeper = createKeeper({
    account,
    snapshots,
    cache,
    updatedAt: freshness.at,
    mayKeep: () => session.isOf(account.id),
  });
  const http = new HttpLink({ uri: '/graphql', fetch, credentials: 'same-origin' });
  const shop = ApolloLink.from([createAuthLink(session, account.id), http]);
  const ahead = createAskedAhead(shop, account.id, now, window);
  const links = [freshness.link, ahead.link, shop];
  const apollo = new ApolloClient({
    cache,
    link: ApolloLink.from(isCustomer ? [keeper, ...links] : links),
    // The shop writes down through what somebody acted.
    clientAwareness: { name: isCustomer ? 'early-bird-web' : 'early-bird-console', version },
  });
  return { apollo, freshness, askAhead: (question) => ahead.ask(apollo, question) };
}

function timesOf(snapshot: Snapshot | null): [string, number][] {
  return Object.entries(snapshot?.queries ?? {}).map(([name, { at }]) => [name, at]);
}
