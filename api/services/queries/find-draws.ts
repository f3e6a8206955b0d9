import type { CreditEntry, DebitEntry, ExpiryEntry, ReversalEntry } from '../../domain/wallet/entries.ts';
import type { App } from '../app.ts';

const MOST_DRAWS = 1_000;

type Taker = DebitEntry | ExpiryEntry | ReversalEntry;

/** The debits, expiries and reversals that took from a credit, oldest first, at most a thousand of them. */
export async function findDraws(app: App, credit: CreditEntry): Promise<Taker[]> {
  const entries = await app.stores.journal.drawsOn(credit, MOST_DRAWS);
  return entries.filter((entry) => 'draws' in entry);
}
