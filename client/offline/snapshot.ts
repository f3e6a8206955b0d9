import type { DocumentNode } from '@apollo/client';
import type { Account } from '../session/auth-api.ts';

/** What one query last brought, and when: enough to show it again without a network. */
export interface StoredQuery {
  /** Kept too, or every start would bring the questions of all kept screens. What earlier versions of the app kept has none. */
  query?: DocumentNode;
  variables: Record<string, unknown>;
  data: Record<string, unknown>;
  /** Epoch milliseconds. */
  at: number;
}

/** What one person last saw of the own wallet. It never holds a token: it can be looked at, and nothing else. */
export interface Snapshot {
  account: Account;
  queries: Record<string, StoredQuery>;
}

/** Room for one snapshot: the browser remembers the last person, never two. */
export interface SnapshotStore {
  read(): Promise<Snapshot | null>;
  write(snapshot: Snapshot): Promise<void>;
  wipe(): Promise<void>;
}

/** As long as the shop lets a session live unless told otherwise; who was away for longer has to sign in again anyway. */
const SHOWN_FOR_MS = 14 * 86_400_000;

/** Whether a snapshot may still be shown. */
export function isFresh({ queries }: Snapshot, now: number): boolean {
  const newest = Math.max(0, ...Object.values(queries).map(({ at }) => at));
  return now - newest < SHOWN_FOR_MS;
}
