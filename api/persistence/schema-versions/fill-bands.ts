import { bandOf } from '../../domain/programme-figures.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { WalletModel } from '../models/wallet.model.ts';

const TOGETHER = 1_000;
const WITHOUT = { band: { $exists: false } };

/** Gives stretches of balances to wallets written before there were any. The index tells at once when none are left. */
export async function fillBands(database: Database): Promise<void> {
  const wallets = collectionOf<WalletModel>(database, WalletModel);
  for (;;) {
    const found = await wallets
      .find(WITHOUT, { projection: { balance: 1 }, limit: TOGETHER, hint: 'band' })
      .toArray();
    if (found.length === 0) return;
    // Where the balance has changed meanwhile, the next look finds it again.
    const updates = found.map(({ _id, balance }) => ({
      updateOne: { filter: { _id, balance, ...WITHOUT }, update: { $set: { band: bandOf(balance) } } },
    }));
    await wallets.bulkWrite(updates, { ordered: false });
  }
}
