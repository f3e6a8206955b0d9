import { readReference } from '../../domain/reference.ts';
import type { App } from '../app.ts';
import type { Position } from './find-entries.ts';

/** The codes that references to entries of these wallets begin with; missing where there is no wallet. */
export function findShortCodes(app: App, walletIds: readonly string[]): Promise<Map<string, string>> {
  return app.stores.shortCodes.of(walletIds, app.ids.shortCodes);
}

/** Where an entry stands that somebody names by its reference; null where no wallet has that code. Nothing of it is read. */
export async function placeOfReference(app: App, written: string): Promise<Position | null> {
  const reference = readReference(written);
  const walletId = reference && (await app.stores.shortCodes.holderOf(reference.shortCode));
  return reference && walletId !== null ? { walletId, seq: reference.seq } : null;
}
