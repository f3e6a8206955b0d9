import { ApolloLink } from '@apollo/client/link';
import type { ApolloCache } from '@apollo/client';
import { tap } from 'rxjs';
import type { Account } from '../session/auth-api.ts';
import type { Snapshot, SnapshotStore, StoredQuery } from './snapshot.ts';

type Asked = Required<Pick<StoredQuery, 'query' | 'variables'>>;

/** The screens that can be looked at without a network. */
const KEPT: ReadonlySet<string> = new Set(['WalletDashboard', 'BalanceOverTime', 'TransactionHistory']);

/** Answers that come together are written down together. */
const SETTLED_AFTER_MS = 250;

export interface KeeperOptions {
  account: Account;
  snapshots: SnapshotStore;
  cache: ApolloCache;
  updatedAt: (operationName: string) => number | null;
  /** Whether this person is still signed in, in this window and in all others. */
  mayKeep: () => boolean;
}

/** Watches what the server answers and keeps the latest state of the kept screens. */
export function createKeeper(options: KeeperOptions): ApolloLink {
  const asked = new Map<string, Asked>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap((result) => {
        if (!('data' in result) || !result.data) return;
        const { operationName: name, query, variables } = operation;
        if (name !== undefined && KEPT.has(name) && isFirstPage(variables))
          asked.set(name, { query, variables });
        clearTimeout(timer);
        timer = setTimeout(() => void keep(asked, options), SETTLED_AFTER_MS);
      }),
    ),
  );
}

/** From the cache, not from the answers: a mutation changes what a query brought before. */
async function keep(asked: ReadonlyMap<string, Asked>, options: KeeperOptions): Promise<void> {
  const { account, snapshots, cache, updatedAt, mayKeep } = options;
  const before = await snapshots.read();
  const queries = before?.account.id === account.id ? { ...before.queries } : {};
  for (const [name, { query, variables }] of asked) {
    const at = updatedAt(name);
    const data = cache.readQuery<Record<string, unknown>>({ query, variables });
    if (data && at !== null) queries[name] = { query, variables, data, at };
  }
  if (mayKeep() && Object.keys(queries).length > 0) await snapshots.write({ account, queries });
}

/** Puts a snapshot where the screens will look. The newest goes last: what several queries read is then as of it. */
export function restoreSnapshot(cache: ApolloCache, { queries }: Snapshot, monthStart: string): void {
  const known = Object.values(queries).sort((one, other) => one.at - other.at);
  for (const stored of known) {
    const { query, data } = stored;
    if (query) cache.writeQuery({ query, data, variables: variablesOf(stored, monthStart) });
  }
}

/** Over a month's end the dashboard still shows the month of the snapshot; the banner above it says of when it is. */
function variablesOf({ variables }: StoredQuery, monthStart: string): Record<string, unknown> {
  return 'monthStart' in variables ? { ...variables, monthStart } : variables;
}

/** Filters and later pages are for people with a connection. */
function isFirstPage(variables: Record<string, unknown>): boolean {
  return ['filter', 'after', 'before', 'last'].every(
    (name) => variables[name] === undefined || variables[name] === null,
  );
}
