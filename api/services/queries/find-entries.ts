import type { Entry } from '../../domain/wallet/entries.ts';
import type { App } from '../app.ts';

/** A place in a journal. */
export interface Position {
  readonly walletId: string;
  readonly seq: number;
}

/** The entries with these ids; missing where there is none. */
export function findEntries(app: App, ids: readonly string[]): Promise<Map<string, Entry>> {
  return app.stores.journal.load(ids);
}

/** The entries at these positions, in the order of the positions; null where there is none. One query per wallet. */
export async function findEntriesAt(app: App, positions: readonly Position[]): Promise<(Entry | null)[]> {
  const byWallet = new Map<string, Set<number>>();
  for (const { walletId, seq } of positions) {
    byWallet.set(walletId, (byWallet.get(walletId) ?? new Set()).add(seq));
  }
  const found = await Promise.all(
    [...byWallet].map(([walletId, seqs]) => app.stores.journal.atPositions(walletId, [...seqs])),
  );
  const entries = new Map(found.flat().map((entry) => [keyOf(entry), entry]));
  return positions.map((position) => entries.get(keyOf(position)) ?? null);
}

function keyOf({ walletId, seq }: Position): string {
  return `${walletId}:${seq}`;
}
