import type {
  CreditEntry,
  DebitEntry,
  Entry,
  ExpiryEntry,
  ReversalEntry,
} from '../../domain/wallet/entries.ts';
import type { App } from '../app.ts';

const MOST_DRAWS = 1_000;

type Taker = DebitEntry | ExpiryEntry | ReversalEntry;

/** The debits, expiries and reversals that took from a credit, oldest first, at most a thousand of them. */
export async function findDraws(app: App, credit: CreditEntry): Promise<Taker[]> {
  const entries = await app.stores.journal.drawsOn(credit, MOST_DRAWS);
  return entries.filter(isTaker);
}

/** What is only set aside has not been taken yet. */
function isTaker(entry: Entry): entry is Taker {
  return 'draws' in entry && entry.kind !== 'HOLD';
}
