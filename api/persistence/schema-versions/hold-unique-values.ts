import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { TopUpModel } from '../models/top-up.model.ts';
import { UniqueValueModel } from '../models/unique-value.model.ts';
import { WalletModel } from '../models/wallet.model.ts';
import { holdingsOf as holdingsOfTopUp } from '../stores/top-up.store.ts';
import { BEGUN, type Holding } from '../stores/unique-values.ts';
import { holdingsOf as holdingsOfWallet } from '../stores/wallet.store.ts';
import { failureOf } from '../transaction.ts';

const TOGETHER = 1_000;
const OF_WALLET = { referralCode: 1 } as const;
const OF_TOP_UP = { provider: 1, reference: 1, providerIds: 1, 'payments.id': 1 } as const;

/** Writes down the values of wallets and top-ups that versions made which guarded them with unique indexes of their own. */
export async function holdUniqueValues(database: Database): Promise<void> {
  const wallets = collectionOf<WalletModel>(database, WalletModel);
  const topUps = collectionOf<TopUpModel>(database, TopUpModel);
  const values = collectionOf<UniqueValueModel>(database, UniqueValueModel);
  if (await values.findOne({ _id: BEGUN._id })) return holdNewest(database);
  await holdAll(
    database,
    wallets.find({}, { projection: OF_WALLET, batchSize: TOGETHER }).map(holdingsOfWallet),
  );
  await holdAll(
    database,
    topUps.find({}, { projection: OF_TOP_UP, batchSize: TOGETHER }).map(holdingsOfTopUp),
  );
  await insertMissing(database, [BEGUN]);
}

/**
 * What processes of such a version have made since: the newest wallets, until there is a page of them without any such, and the
 * top-ups that are open. Where the old index is gone, no such process runs.
 */
async function holdNewest(database: Database): Promise<void> {
  const wallets = collectionOf<WalletModel>(database, WalletModel);
  if (!(await wallets.indexExists('referralCode'))) return;
  const newest = wallets.find(
    {},
    { projection: OF_WALLET, sort: { createdAt: -1, _id: -1 }, batchSize: TOGETHER },
  );
  await holdAll(database, newest.map(holdingsOfWallet), (inserted) => inserted === 0);
  const open = collectionOf<TopUpModel>(database, TopUpModel).find(
    { nextPollAt: { $type: 'date' } },
    { projection: OF_TOP_UP, batchSize: TOGETHER },
  );
  await holdAll(database, open.map(holdingsOfTopUp));
}

async function holdAll(
  database: Database,
  documents: AsyncIterable<readonly Holding[]>,
  isEnough: (inserted: number) => boolean = () => false,
): Promise<void> {
  const page: Holding[] = [];
  for await (const holdings of documents) {
    page.push(...holdings);
    if (page.length < TOGETHER) continue;
    if (isEnough(await insertMissing(database, page.splice(0)))) return;
  }
  await insertMissing(database, page);
}

/** Returns how many were missing. */
async function insertMissing(database: Database, page: readonly Holding[]): Promise<number> {
  const values = collectionOf<UniqueValueModel>(database, UniqueValueModel);
  const ids = page.map(({ _id }) => _id);
  const found = new Set((await values.find({ _id: { $in: ids } }).toArray()).map(({ _id }) => _id));
  const missing = page.filter(({ _id }) => !found.has(_id));
  if (missing.length === 0) return 0;
  await values.insertMany(missing, { ordered: false }).catch((error: unknown) => {
    // A process that runs was faster with one of them; the others are written all the same.
    if (failureOf(error) !== 'DUPLICATE_KEY') throw error;
  });
  return missing.length;
}
