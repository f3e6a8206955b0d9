import { randomBytes } from 'node:crypto';
import { drawShortCodes } from '../../domain/reference.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { UniqueValueModel } from '../models/unique-value.model.ts';
import { WalletModel } from '../models/wallet.model.ts';
import { ShortCodes } from '../stores/short-codes.ts';
import { GIVEN } from '../stores/unique-values.ts';

const TOGETHER = 100;
const WITHOUT = { shortCode: { $exists: false } } as const;

/**
 * Gives wallets codes that versions opened which knew none: once all of them, a page at a time, and at later starts those that
 * such a version has opened since, the newest wallets until a page of them has none without. One that is still missed gets its
 * code from whoever asks for it first.
 */
export async function giveShortCodes(database: Database): Promise<void> {
  const values = collectionOf<UniqueValueModel>(database, UniqueValueModel);
  if (await values.findOne({ _id: GIVEN._id })) return giveNewest(database);
  const all = collectionOf<WalletModel>(database, WalletModel).find(WITHOUT, {
    projection: { _id: 1 },
    batchSize: TOGETHER,
  });
  const page: string[] = [];
  for await (const { _id } of all) {
    page.push(_id);
    if (page.length === TOGETHER) await give(database, page.splice(0));
  }
  await give(database, page);
  await values.updateOne(GIVEN, { $setOnInsert: GIVEN }, { upsert: true });
}

async function giveNewest(database: Database): Promise<void> {
  const newest = collectionOf<WalletModel>(database, WalletModel).find(
    {},
    { projection: { shortCode: 1 }, sort: { createdAt: -1, _id: -1 }, batchSize: TOGETHER },
  );
  try {
    while (await newest.hasNext()) {
      const page = newest.readBufferedDocuments(TOGETHER);
      const without = page.filter(({ shortCode }) => shortCode === undefined).map(({ _id }) => _id);
      if (without.length === 0) return;
      await give(database, without);
    }
  } finally {
    await newest.close();
  }
}

async function give(database: Database, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await new ShortCodes(database).of(ids, () => drawShortCodes(randomBytes));
}
