import type { CreditEntry, DebitEntry, ExpiryEntry } from '../../domain/wallet/entries.ts';
import type { App } from '../app.ts';

const MOST_DRAWS = 1_000;

/** The debits and expiries that took from a credit, oldest first, at most a thousand of them. */
export async function findDraws(app: App, credit: CreditEntry): Promise<(DebitEntry | ExpiryEntry)[]> {
  const entries = await app.stores.journal.drawsOn(credit, MOST_DRAWS);
  return entries.filter((entry) => entry.kind === 'DEBIT' || entry.kind === 'EXPIRY');
}
