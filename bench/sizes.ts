/**
 * npm run bench:sizes [-- --wallets 2000 --debits 30 --save file]: how many bytes a wallet, an entry and what else there is one of
 * for each of them take, with their indexes and with the hashed one by which they would be sharded. On a database of its own
 * that is gone afterwards. What docs/scaling.md counts with.
 */
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { mongoose } from '@typegoose/typegoose';
import { connect, disconnect } from '../api/persistence/connection.ts';
import { deductCredits } from '../api/services/deduct-credits.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { circumstances } from './lib/report.ts';
import { Shop } from './lib/shop.ts';

const { values } = parseArgs({
  options: {
    wallets: { type: 'string', default: '2000' },
    debits: { type: 'string', default: '30' },
    save: { type: 'string' },
  },
});

const CREDITS = 3;
/** By what the large collections would be sharded. */
const SHARDED = {
  customers: '_id',
  customer_wallets: '_id',
  unique_values: '_id',
  wallet_transactions: 'walletId',
} as const;

interface Sizes {
  readonly count: number;
  readonly size: number;
  readonly storageSize: number;
  readonly totalIndexSize: number;
  readonly indexSizes: Readonly<Record<string, number>>;
}

async function sizesOf(db: mongoose.mongo.Db, name: string): Promise<Sizes> {
  const [found] = await db
    .collection(name)
    .aggregate<{ storageStats: Sizes }>([{ $collStats: { storageStats: {} } }])
    .toArray();
  if (!found) throw new Error(`There is no collection ${name}.`);
  return found.storageStats;
}

function row(name: string, key: string, sizes: Sizes): string {
  const each = (bytes: number) => Math.round(bytes / sizes.count).toLocaleString('en');
  const hashed = sizes.indexSizes[`${key}_hashed`] ?? 0;
  const own = sizes.totalIndexSize - hashed;
  const cells = [sizes.count.toLocaleString('en'), each(sizes.size), each(sizes.storageSize)];
  return `| ${[name, ...cells, each(own), each(hashed)].join(' | ')} |`;
}

const provided = await openOwnDatabase();
try {
  const ids = Array.from({ length: Number(values.wallets) }, (_, n) => `customer-${n}`);
  const shop = await Shop.open(provided.uri, DATABASE);
  await shop.fund(ids, CREDITS);
  const caller = { actor: { id: 'bench', role: 'STAFF', channel: 'API' }, requestId: 'bench' } as const;
  for (let n = 0; n < Number(values.debits); n += 1) {
    await Promise.all(
      ids.map((customerId) =>
        deductCredits(shop.app, caller, {
          ...{ customerId, amount: 10_00n, orderId: `order-${n}`, reason: null },
          idempotencyKey: `sizes-debit-${n}-of-${customerId}`,
        }),
      ),
    );
  }
  await shop.close();
  const database = await connect(provided.uri, DATABASE);
  const db = database.getClient().db(DATABASE);
  const rows: string[] = [];
  for (const [name, key] of Object.entries(SHARDED)) {
    await db.collection(name).createIndex({ [key]: 'hashed' });
    await db.admin().command({ fsync: 1 });
    rows.push(row(name, key, await sizesOf(db, name)));
  }
  const report = [
    '# Sizes',
    '',
    `\`npm run bench:sizes -- --wallets ${values.wallets} --debits ${values.debits}\``,
    '',
    ...circumstances((await db.admin().serverInfo())['version'] as string),
    '',
    '| collection | documents | bytes each | on disk | indexes | hashed index of the shard key |',
    '|---|---:|---:|---:|---:|---:|',
    ...rows,
    '',
  ].join('\n');
  console.log(report);
  if (values.save) await writeFile(values.save, report);
  await disconnect(database);
} finally {
  await provided.stop();
}
