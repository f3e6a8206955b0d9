/**
 * npm run bench:deduct [-- --seconds 3 --rounds 5]: how fast credits are spent, beside the plain driver on the same
 * database in the same run. Interleaved, so that whatever else the machine does meets both alike. The load goes to a
 * server and a database of its own on this machine, and both are gone afterwards. `--only GraphQL` leaves the others out,
 * `--profile folder` writes down where the server spends its time, `--save file` keeps the page.
 */
import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CpuClock } from './lib/cpu.ts';
import { race, type Contender } from './lib/load.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { OwnServer } from './lib/own-server.ts';
import { PlainDriver } from './lib/plain-driver.ts';
import { circumstances, report, type Goal } from './lib/report.ts';
import { Shop } from './lib/shop.ts';

const CALLERS = 64;
const WALLETS = 1_000;

const PLAIN = 'plain driver, 1,000 wallets';
const OURS = 'GraphQL, 1,000 wallets';
const OURS_HOT = 'GraphQL, one hot wallet';
const PLAIN_HOT = 'plain driver, one hot wallet';
const PLAIN_ALONE = 'plain driver, one caller';
const OURS_ALONE = 'GraphQL, one caller';

const goals: readonly Goal[] = [
  { over: OURS, under: PLAIN, atLeast: 2.5 },
  { over: OURS_HOT, under: OURS, atLeast: 1 },
  { over: OURS_HOT, under: PLAIN_HOT, atLeast: 15 },
];

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    save: { type: 'string' },
    profile: { type: 'string' },
  },
});
const milliseconds = 1_000 * Math.min(30, Number(values.seconds));
const rounds = Math.min(20, Number(values.rounds));

const dataDirectory = await mkdtemp(join(tmpdir(), 'wallet-bench-'));
const database = await openOwnDatabase();
const { uri } = database;
const spread = Array.from({ length: WALLETS }, (_, n) => `bench-${n}`);
const hot = ['bench-hot'];

const shop = await Shop.open(uri, DATABASE);
const plain = await PlainDriver.open(uri, WALLETS);
await shop.fund(spread, 3);
await shop.fund(hot, 10);
const options = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
const server = await OwnServer.start({ uri, databaseName: DATABASE, dataDirectory }, options);
const cpu = new CpuClock({
  bench: process.pid,
  server: server.processId,
  mongod: database.processId ?? process.pid,
});

const everybody: readonly Contender[] = [
  plain.spread(PLAIN, CALLERS),
  server.spread(OURS, CALLERS, spread),
  server.spread(OURS_HOT, CALLERS, hot),
  plain.hot(PLAIN_HOT, CALLERS),
  plain.spread(PLAIN_ALONE, 1),
  server.spread(OURS_ALONE, 1, spread),
];
const contenders = everybody.filter(({ name }) => name.includes(values.only));

try {
  const results = await race(contenders, { milliseconds, rounds, warmUp: contenders.slice(0, 3) }, cpu);
  const faults = [
    ...(await shop.faults([...spread, ...hot], server.acknowledged)),
    ...(await plain.faults()),
  ];
  const about = [
    '# Spending credits',
    '',
    `\`npm run bench:deduct -- --seconds ${values.seconds} --rounds ${rounds}\``,
    '',
    ...circumstances(await plain.serverVersion()),
    `- afterwards ${faults.length === 0 ? 'every acknowledged debit is there once, and no other' : faults.join(' ')}`,
  ];
  const page = report(results, goals, about);
  console.log(page);
  if (values.save !== undefined) await writeFile(values.save, page);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await server.stop();
  await plain.close();
  await shop.close();
  await database.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
