import { isMoneyEntry, type MoneyEntry } from '../../api/domain/wallet/entries.ts';
import { inTransaction } from '../../api/persistence/transaction.ts';
import type { WalletStory } from '../domain/wallet-story.ts';
import type { TestApp } from './app.ts';

/** Puts a story into the database as if it had been lived there; answers the entries that moved money, oldest first. */
export async function storeStory(app: TestApp, { wallet, journal }: WalletStory): Promise<MoneyEntry[]> {
  for (let first = 0; first < journal.length; first += 1_000) {
    const part = journal.slice(first, first + 1_000);
    await inTransaction(
      app.database,
      (session) => app.stores.journal.append(part, session),
      () => true,
    );
  }
  const change = { id: wallet.id, before: undefined, after: wallet };
  await inTransaction(
    app.database,
    (session) => app.stores.wallets.save([change], session),
    () => true,
  );
  return journal.filter(isMoneyEntry);
}
