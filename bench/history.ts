/**
 * npm run bench:history [-- --long 1000000 --short 1000 --runs 40 --save file]: whether reading the history of a wallet takes
 * longer the longer it is. A short and a long one side by side, asked in turns, on a database of its own that is gone
 * afterwards. Making a million entries takes some minutes.
 */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { defaultPolicy } from '../api/domain/policy.ts';
import type { Wallet } from '../api/domain/wallet/wallet.ts';
import { connect, disconnect } from '../api/persistence/connection.ts';
import { setUp } from '../api/persistence/set-up.ts';
import { openApp } from '../api/services/open-app.ts';
import { balanceHistory } from '../api/services/queries/balance-history.ts';
import { historyPage } from '../api/services/queries/history.ts';
import { monthlySummaries, summarise } from '../api/services/queries/summary.ts';
import { median } from './lib/load.ts';
import { storeLongJournal } from './lib/long-journal.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { circumstances } from './lib/report.ts';

const DAY = 86_400_000;
/** A kind that these wallets have nothing of: the whole journal would have to be looked through without an index. */
const NEVER = { kinds: ['REVERSAL'] } as const;

const { values } = parseArgs({
  options: {
    short: { type: 'string', default: '1000' },
    long: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '40' },
    save: { type: 'string' },
  },
});
const sizes = [Number(values.short), Math.min(5_000_000, Number(values.long))] as const;
const runs = Math.min(500, Number(values.runs));

const provided = await openOwnDatabase();
const database = await connect(provided.uri, DATABASE);
const now = Date.now();

try {
  await setUp(database);
  const parts = { now: () => now, elapsed: () => performance.now(), randomBytes };
  // Neither the lifetime of credits nor the balance is what is measured.
  const app = openApp({ database, policy: { ...defaultPolicy, maxBalance: 10n ** 15n }, ...parts });
  const wallets: Wallet[] = [];
  for (const size of sizes) {
    console.error(`Making a wallet of ${size} entries`);
    wallets.push(await storeLongJournal(app, database, `bench-${size}`, size));
  }

  const half = { from: now - 200 * DAY, to: now - 100 * DAY };
  const tasks: readonly [string, (wallet: Wallet) => Promise<unknown>][] = [
    ['first page of 20', (wallet) => historyPage(app, wallet, {}, { first: 20 })],
    ['page of 20 in the middle', (wallet) => historyPage(app, wallet, {}, middle(wallet))],
    ['last page of 20', (wallet) => historyPage(app, wallet, {}, { last: 20 })],
    ['first page of one kind', (wallet) => historyPage(app, wallet, { kinds: ['CREDIT'] }, { first: 20 })],
    ['first page of a kind that never was', (wallet) => historyPage(app, wallet, NEVER, { first: 20 })],
    ['first page of a hundred days', (wallet) => historyPage(app, wallet, half, { first: 20 })],
    ['summary of a hundred days', (wallet) => summarise(app, wallet, half.from, half.to)],
    ['twelve months', (wallet) => monthlySummaries(app, wallet, 12)],
    ['balance of ninety days', (wallet) => balanceHistory(app, wallet, 90)],
  ];
  const { version } = await database.getClient().db('admin').command({ buildInfo: 1 });
  const lines = [
    '# Reading a long history',
    '',
    `\`npm run bench:history -- --short ${sizes[0]} --long ${sizes[1]} --runs ${runs}\``,
    '',
    ...circumstances(String(version)),
    '',
    `| | ${sizes[0]} entries, ms | ${sizes[1]} entries, ms | long ÷ short |`,
    '|---|---:|---:|---:|',
  ];
  for (const [name, task] of tasks) lines.push(await row(name, task, wallets));
  console.log(lines.join('\n'));
  if (values.save !== undefined) await writeFile(values.save, `${lines.join('\n')}\n`);
  await app.engine.stop();
} finally {
  await disconnect(database);
  await provided.stop();
}

function middle(wallet: Wallet) {
  return { first: 20, after: Math.floor(wallet.seq / 2) };
}

/** Both in turns, so that whatever else the machine does meets both alike. */
async function row(name: string, task: (wallet: Wallet) => Promise<unknown>, both: readonly Wallet[]) {
  const taken = both.map((): number[] => []);
  for (let run = -5; run < runs; run += 1) {
    for (const [index, wallet] of both.entries()) {
      const started = performance.now();
      await task(wallet);
      if (run >= 0) taken[index]?.push(performance.now() - started);
    }
  }
  const [short = Number.NaN, long = Number.NaN] = taken.map(median);
  const print = (ms: number) => ms.toFixed(1);
  return `| ${name} | ${print(short)} | ${print(long)} | ${(long / short).toFixed(2)} |`;
}
