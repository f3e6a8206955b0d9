/**
 * npm run bench:reads [-- --seconds 3 --rounds 3]: how fast a wallet, a page of its history and the first screen of the web app
 * are answered, beside Apollo on Express that answers from memory. Interleaved, so that whatever else the machine does meets
 * all alike. `--only text` leaves out those whose names do not hold it, `--profile folder` writes down where the server
 * spends its time, and says it by room and package, `--save file` keeps the page.
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
import { spentByRoom } from './lib/profile.ts';
import { circumstances, report, type Goal } from './lib/report.ts';
import { Shop } from './lib/shop.ts';
import { StockServer } from './lib/stock-server.ts';

const CALLERS = 32;
const WALLETS = 200;
const ENTRIES = 120;

const NAMES = {
  helloOfStock: 'Apollo on Express, hello world',
  historyOfStock: 'Apollo on Express, 50 rows from memory',
  wallet: 'GraphQL, a wallet',
  history: 'GraphQL, 50 entries of a history',
};
const goals: readonly Goal[] = [
  { over: NAMES.wallet, under: NAMES.helloOfStock, atLeast: 2 },
  { over: NAMES.history, under: NAMES.historyOfStock, atLeast: 1 },
];

const ROW = 'id kind status source reason orderId createdAt signedAmount { amount } balanceAfter { amount }';
const WALLET = 'query W($id: ID!) { wallet(customerId: $id) { id status balance { amount } } }';
const HISTORY = `query H($id: ID!) { wallet(customerId: $id) { id transactions(first: 50) { nodes { ${ROW} } } } }`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    save: { type: 'string' },
    profile: { type: 'string' },
  },
});
const milliseconds = 1_000 * Math.min(30, Number(values.seconds));
const rounds = Math.min(20, Number(values.rounds));

const dataDirectory = await mkdtemp(join(tmpdir(), 'wallet-bench-'));
const provided = await openOwnDatabase();
const ids = Array.from({ length: WALLETS }, (_, n) => `bench-${n}`);
const shop = await Shop.open(provided.uri, DATABASE);
await shop.writeJournals(ids, ENTRIES);

const options = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
const server = await OwnServer.start({ uri: provided.uri, databaseName: DATABASE, dataDirectory }, options);
const stock = await StockServer.start();
const cpu = new CpuClock({
  server: server.processId,
  stock: stock.processId,
  mongod: provided.processId ?? process.pid,
});

const everybody: readonly Contender[] = [
  stock.asking(question(NAMES.helloOfStock, '{ hello }', () => ({}), '"world"')),
  server.asking(question(NAMES.wallet, WALLET, byId, '"balance"')),
  stock.asking(question(NAMES.historyOfStock, `{ history { ${ROW} } }`, () => ({}), '"order-49"')),
  server.asking(question(NAMES.history, HISTORY, byId, '"balanceAfter"')),
];
const contenders = everybody.filter(({ name }) => name.includes(values.only));

try {
  const results = await race(contenders, { milliseconds, rounds }, cpu);
  const about = [
    '# Reading',
    '',
    `\`npm run bench:reads -- --seconds ${values.seconds} --rounds ${rounds}\``,
    '',
    ...circumstances(await shop.serverVersion()),
    `- ${CALLERS} callers, ${WALLETS} wallets of ${ENTRIES} entries`,
  ];
  const page = report(results, goals, about, 'answers');
  console.log(page);
  if (values.save !== undefined) await writeFile(values.save, page);
} finally {
  await server.stop();
  await stock.stop();
  await shop.close();
  await provided.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
// The server writes it down as it ends.
if (values.profile !== undefined) console.log(`\n${await spentByRoom(values.profile)}`);

function byId(step: number): object {
  return { id: ids[step % WALLETS] };
}

function question(name: string, query: string, variables: (step: number) => object, sign: string) {
  return {
    ...{ name, callers: CALLERS },
    body: (step: number) => JSON.stringify({ query, variables: variables(step) }),
    check: (answer: string) => {
      if (!answer.includes(sign) || answer.includes('"errors"')) throw new Error(`Not answered: ${answer}`);
    },
  };
}
