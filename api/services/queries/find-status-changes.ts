import type { ShownReason, StatusEntry } from '../../domain/wallet/entries.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';

const MOST_CHANGES = 100;

/** Every stop and release of a wallet, newest first, at most a hundred of them. */
export function findStatusChanges(app: App, wallet: Wallet): Promise<StatusEntry[]> {
  return latestChanges(app, wallet, MOST_CHANGES);
}

/** What the customer is told of why the wallet is stopped; null while it is in use, and where staff chose nothing. */
export async function findShownReason(app: App, wallet: Wallet): Promise<ShownReason | null> {
  if (wallet.status === 'ACTIVE') return null;
  const [latest] = await latestChanges(app, wallet, 1);
  return latest?.shownReason ?? null;
}

async function latestChanges(app: App, { id, seq }: Wallet, most: number): Promise<StatusEntry[]> {
  const filter = { kinds: ['STATUS'], afterSeq: 0, upToSeq: seq } as const;
  const entries = await app.stores.journal.range(id, filter, 'NEWEST_FIRST', most);
  return entries.filter((entry) => entry.kind === 'STATUS');
}
