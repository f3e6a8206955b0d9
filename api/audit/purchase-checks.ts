import type { Purchase } from '../domain/purchase.ts';
import { entryIdOf } from '../domain/wallet/entry-id.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** I28: orders of the shop beside the entries that count them. The other direction is looked at from the journals. */
export async function checkPurchases(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.purchases()) {
    findings.shapes(page);
    const purchases = page.flatMap(({ value }) => value ?? []);
    const [entries, wallets] = await Promise.all([
      snapshot.entriesById(purchases.map(entryOf)),
      snapshot.walletsById(purchases.map(({ customerId }) => customerId)),
    ]);
    findings.checked('I28', purchases.length);
    for (const purchase of purchases) {
      const [entry, wallet] = [entries.get(entryOf(purchase)), wallets.get(purchase.customerId)];
      const problem = entry ? entryFault(entry, purchase) : await absenceFault(purchase, wallet, snapshot);
      if (problem) findings.violated('I28', { record: purchase.id }, problem);
    }
  }
}

function entryOf({ id, customerId }: Purchase): string {
  return entryIdOf(customerId, `purchase:${id}`);
}

function entryFault(entry: Entry, { id, amount }: Purchase): string | null {
  if (entry.kind !== 'PURCHASE' || entry.orderId !== id) return `entry ${entry.id} counts something else`;
  return entry.counted <= amount
    ? null
    : `it came to ${rupees(amount)}, its entry counts ${rupees(entry.counted)}`;
}

/** An order need not count: there was no wallet yet, or its debits count all of it. */
async function absenceFault(
  purchase: Purchase,
  wallet: Wallet | undefined,
  snapshot: AuditSnapshot,
): Promise<string | null> {
  if (!wallet || wallet.openedAt >= purchase.recordedAt) return null;
  const paid = await snapshot.paidWithCredits(purchase);
  return paid >= purchase.amount
    ? null
    : `it came to ${rupees(purchase.amount)}, of which ${rupees(paid)} were debits and nothing else counts`;
}
