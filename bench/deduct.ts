/**
 * npm run bench:deduct [-- --seconds 3 --rounds 5]: how fast credits are spent, beside the plain driver on the same
 * database in the same run. Interleaved, so that whatever else the machine does meets both alike. The load goes to a
 * server and a database of its own on this machine, and both are gone afterwards. `--only GraphQL` leaves the others out,
 * `--profile folder` writes down where the server spends its time, and says it by room and package, `--save file` keeps the page.
 */
import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CpuClock } from './lib/cpu.ts';
import { median, race, type Contender } from './lib/load.ts';
import { atPace } from './lib/open-loop.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { OwnServer } from './lib/own-server.ts';
import { PlainDriver } from './lib/plain-driver.ts';
import { spentByRoom } from './lib/profile.ts';
import { circumstances, decimal, report, type Goal, type Results } from './lib/report.ts';
import { Shop } from './lib/shop.ts';
import { StockServer } from './lib/stock-server.ts';

const CALLERS = 64;
const WALLETS = 1_024;
const PACE_MS = 5_000;

const PLAIN = 'plain driver, 1,024 wallets';
const OURS = 'GraphQL, 1,024 wallets';
const OURS_HOT = 'GraphQL, one hot wallet';
const PLAIN_HOT = 'plain driver, one hot wallet';
const PLAIN_ALONE = 'plain driver, one caller';
const OURS_ALONE = 'GraphQL, one caller';
const OURS_MANY = 'GraphQL, 256 callers';
const TOGETHER = 'plain driver, 64 debits a transaction';
const TOGETHER_MANY = 'plain driver, 256 debits a transaction';
const HELD = 'GraphQL, held and then captured';
const CONVENTIONAL = 'a conventional service: Apollo, Express, Mongoose';

const goals: readonly Goal[] = [
  { over: OURS, under: PLAIN, atLeast: 4 },
  { over: OURS, under: TOGETHER, atLeast: 0.7 },
  { over: OURS_MANY, under: TOGETHER_MANY, atLeast: 0.6 },
  { over: OURS_HOT, under: OURS, atLeast: 1.4 },
  { over: OURS_HOT, under: PLAIN_HOT, atLeast: 30 },
  { over: OURS, under: CONVENTIONAL, atLeast: 4 },
  // A hold and its capture together cost at most 2.2 times a debit.
  { over: HELD, under: OURS, atLeast: 0.45 },
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
const conventional = await StockServer.start('conventional-server.mjs', {
  MONGODB_URI: uri,
  WALLETS: `${WALLETS}`,
});
const cpu = new CpuClock({
  bench: process.pid,
  server: server.processId,
  conventional: conventional.processId,
  mongod: database.processId ?? process.pid,
});

const everybody: readonly Contender[] = [
  plain.spread(PLAIN, CALLERS),
  server.spread(OURS, CALLERS, spread),
  server.spread(OURS_HOT, CALLERS, hot),
  server.holding(HELD, CALLERS, spread),
  plain.hot(PLAIN_HOT, CALLERS),
  plain.spread(PLAIN_ALONE, 1),
  server.spread(OURS_ALONE, 1, spread),
  plain.together(TOGETHER, 2, 64),
  server.spread(OURS_MANY, 256, spread),
  plain.together(TOGETHER_MANY, 2, 256),
  conventional.asking({
    ...{ name: CONVENTIONAL, callers: CALLERS },
    body: (step) =>
      JSON.stringify({
        query:
          'mutation D($c: ID!, $o: ID!) { deductCredits(customerId: $c, amount: 1, orderId: $o) { transaction { id amount createdAt } wallet { id balance } } }',
        variables: { c: `plain-${step % WALLETS}`, o: `order-${step}` },
      }),
    check: (answer) => {
      if (!answer.includes('"createdAt"')) throw new Error(`Not debited: ${answer}`);
    },
  }),
];
const contenders = everybody.filter(({ name }) => name.includes(values.only));

try {
  const results = await race(contenders, { milliseconds, rounds, warmUp: contenders.slice(0, 3) }, cpu);
  const paces = await pacesOf(results);
  const faults = [
    ...(await shop.faults([...spread, ...hot], server.acknowledged)),
    ...(await plain.faults()),
  ];
  const only = values.only === '' ? '' : ` --only "${values.only}"`;
  const about = [
    '# Spending credits',
    '',
    `\`npm run bench:deduct -- --seconds ${values.seconds} --rounds ${rounds}${only}\``,
    '',
    ...circumstances(await plain.serverVersion()),
    `- afterwards ${faults.length === 0 ? 'every acknowledged debit is there once, and no other' : faults.join(' ')}`,
  ];
  const page = [report(results, goals, about), ...paces].join('\n');
  console.log(page);
  if (values.save !== undefined) await writeFile(values.save, page);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await server.stop();
  await conventional.stop();
  await plain.close();
  await shop.close();
  await database.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
// The server writes it down as it ends.
if (values.profile !== undefined) console.log(`\n${await spentByRoom(values.profile)}`);

/** How long a debit takes at half and at four fifths of the most that the server has done in this run. */
async function pacesOf(results: Results): Promise<string[]> {
  const most = median((results.get(OURS) ?? []).map(({ perSecond }) => perSecond));
  if (Number.isNaN(most)) return [];
  const rows: string[] = [];
  for (const share of [0.5, 0.8]) {
    const pace = Math.round(most * share);
    const { p50, p95, p99 } = await atPace(server.spread(OURS, CALLERS, spread), pace, PACE_MS);
    const times = [p50, p95, p99].map((ms) => decimal(ms, 1)).join(' | ');
    rows.push(`| ${share * 100} % of that: ${decimal(pace, 0)} debits/s | ${times} |`);
  }
  return ['| asked for at a steady pace, ms | p50 | p95 | p99 |', '|---|---:|---:|---:|', ...rows, ''];
}
