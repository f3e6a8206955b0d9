import type { StatusEntry } from '../../domain/wallet/entries.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';

const MOST_CHANGES = 100;

/** Every stop and release of a wallet, newest first, at most a hundred of them. */
export async function findStatusChanges(app: App, { id, seq }: Wallet): Promise<StatusEntry[]> {
  const filter = { kinds: ['STATUS'], afterSeq: 0, upToSeq: seq } as const;
  const entries = await app.stores.journal.range(id, filter, 'NEWEST_FIRST', MOST_CHANGES);
  return entries.filter((entry) => entry.kind === 'STATUS');
}
