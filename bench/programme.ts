/**
 * npm run bench:programme [-- --wallets 100000]: how long the statistics of the programme take, and to find
 * some of the wallets, among so many. `--only` runs the tasks that begin like it. On a database of its own on this machine, which is gone afterwards.
 */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { startOfMonth } from '../api/domain/calendar.ts';
import { defaultPolicy } from '../api/domain/policy.ts';
import { connect, disconnect } from '../api/persistence/connection.ts';
import { recountProgramme } from '../api/persistence/count-programme.ts';
import { setUp } from '../api/persistence/set-up.ts';
import { CustomerCount } from '../api/persistence/stores/customer-count.ts';
import { openApp } from '../api/services/open-app.ts';
import { countCustomers, findCustomersPage } from '../api/services/queries/find-customers-page.ts';
import {
  countWallets,
  findWalletsPage,
  type WalletsQuery,
} from '../api/services/queries/find-wallets-page.ts';
import { programmeStatistics } from '../api/services/queries/programme-statistics.ts';
import { search } from '../api/services/queries/search.ts';
import { median } from './lib/load.ts';
import { giveOrders, populate } from './lib/many-wallets.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { circumstances } from './lib/report.ts';

const { values } = parseArgs({
  options: {
    wallets: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
  },
});
const size = Math.min(1_000_000, Number(values.wallets));
const runs = Math.min(50, Number(values.runs));

const provided = await openOwnDatabase();
const database = await connect(provided.uri, DATABASE);
const now = Date.now();

try {
  await setUp(database);
  const parts = { now: () => now, elapsed: () => performance.now(), randomBytes };
  const app = openApp({ database, policy: defaultPolicy, ...parts });
  console.error(`Making ${size} wallets`);
  await populate(app, database, size);
  await giveOrders(database, size);
  console.error('Counting them');
  await recountProgramme(database, defaultPolicy);
  await new CustomerCount(database).close(now);

  const year = { from: startOfMonth(now, -11), to: startOfMonth(now, 1) };
  const first = { first: 20 };
  const middle = { createdAt: now - (size / 2) * 60_000, id: '' };
  const wallets = (query: WalletsQuery) => () => findWalletsPage(app, query, first);
  const count = (query: WalletsQuery) => () => countWallets(app, query);
  const found = (typed: string) => () => search(app, typed, 20);
  const tasks: readonly [string, () => Promise<unknown>][] = [
    ['programmeStatistics', () => programmeStatistics(app, year)],
    ['wallets: first page', wallets({})],
    ['wallets: page in the middle', () => findWalletsPage(app, {}, { first: 20, after: middle })],
    ['wallets: one tier in two hundred', wallets({ tiers: ['PLATINUM'] })],
    ['wallets: FROZEN, one in a hundred', wallets({ statuses: ['FROZEN'] })],
    ['wallets: expiring within 7 days', wallets({ expiringWithinDays: 7 })],
    ['wallets: a balance that nobody has', wallets({ minBalance: 9_00_000_00n })],
    ['wallets: search, one found', wallets({ search: 'customer7@' })],
    ['wallets: search, one name in fifty', wallets({ search: 'meena' })],
    ['wallets: search by one letter', wallets({ search: 'a' })],
    ['wallets: search by one letter, FROZEN', wallets({ search: 'a', statuses: ['FROZEN'] })],
    ['wallets: totalCount of all', count({})],
    ['wallets: totalCount of one tier', count({ tiers: ['PLATINUM'] })],
    ['wallets: totalCount of a search by one letter', count({ search: 'a' })],
    ['search: one letter', found('a')],
    ['search: a name that one in ten has', found('asha')],
    ['search: a whole phone number', found('+91 90000 00007')],
    ['search: an order', found(`order-${size - 7}`)],
    ['search: an order that nobody has', found('order-x')],
    ['search: what nobody has', found('zzzzzz')],
    ['search: four characters of a code', found('0000')],
    ['customers: search by phone', () => findCustomersPage(app, '+91 90000 00007', first)],
    ['customers: totalCount of one name in fifty', () => countCustomers(app, 'meena')],
  ];
  const { version } = await database.getClient().db('admin').command({ buildInfo: 1 });
  console.log(
    [
      `# Looking at ${size} wallets`,
      '',
      `\`npm run bench:programme -- --wallets ${size} --runs ${runs}\``,
      '',
      ...circumstances(String(version)),
      '',
      '| | median, ms | min – max |',
      '|---|---:|---:|',
    ].join('\n'),
  );
  for (const [name, task] of tasks) if (name.startsWith(values.only)) console.log(await row(name, task));
  await app.engine.stop();
} finally {
  await disconnect(database);
  await provided.stop();
}

async function row(name: string, task: () => Promise<unknown>): Promise<string> {
  const taken: number[] = [];
  await task();
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await task();
    taken.push(performance.now() - started);
  }
  const print = (ms: number) => String(Math.round(ms * 10) / 10);
  return `| ${name} | ${print(median(taken))} | ${print(Math.min(...taken))} – ${print(Math.max(...taken))} |`;
}
