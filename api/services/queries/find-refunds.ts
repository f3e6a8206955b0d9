import type { RefundEntry } from '../../domain/wallet/entries.ts';
import type { App } from '../app.ts';

/** Every refund of each of these debits, oldest first; missing where a debit has none. */
export async function findRefunds(
  app: App,
  debitIds: readonly string[],
): Promise<Map<string, readonly RefundEntry[]>> {
  const byDebit = new Map<string, RefundEntry[]>();
  for (const refund of await app.stores.journal.refundsOf(debitIds)) {
    byDebit.set(refund.debitId, [...(byDebit.get(refund.debitId) ?? []), refund]);
  }
  return byDebit;
}
