/**
 * npm run bench:work [-- --wallets 1000000 --runs 9 --save file]: how long some larger pieces of work take among so many
 * wallets: a list of a thousand credits beside the best that the plain driver can do, a thousand customers saved one by one by 64
 * callers, a thousand credits that have ended, and the page that opens the web app. The load goes to a server and a
 * database of its own on this machine, and both are gone afterwards.
 */
import 'reflect-metadata';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { startOfMonth } from '../api/domain/calendar.ts';
import { expireCredits } from '../api/services/expire-credits.ts';
import type { Callers } from './lib/callers.ts';
import { median } from './lib/load.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { OwnServer } from './lib/own-server.ts';
import { PlainDriver } from './lib/plain-driver.ts';
import { circumstances, decimal } from './lib/report.ts';
import { Shop } from './lib/shop.ts';

const LIST = 1_000;
const CALLERS = 64;
const DUE = 1_000;
const EXPIRY_RUNS = 5;

const { values } = parseArgs({
  options: {
    wallets: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '9' },
    save: { type: 'string' },
  },
});
const wallets = Math.min(5_000_000, Number(values.wallets));
const runs = Math.min(50, Number(values.runs));

const dataDirectory = await mkdtemp(join(tmpdir(), 'wallet-bench-'));
const { uri, stop } = await openOwnDatabase();
const shop = await Shop.open(uri, DATABASE);
console.error(`Making ${wallets} wallets`);
await shop.grow(wallets, (EXPIRY_RUNS + 1) * DUE);
const customer = 'bench-dashboard';
await shop.writeJournals([customer], 200);
const plain = await PlainDriver.open(uri, LIST);

/** What a piece of work took each time, in milliseconds, and at most should. */
interface Work {
  readonly name: string;
  readonly times: readonly number[];
  readonly atMost: number | null;
}

const works: Work[] = [];
try {
  // Before the server is there, which would book them at once.
  works.push({ name: `${decimal(DUE, 0)} credits that have ended`, times: await expired(), atMost: 250 });

  const server = await OwnServer.start({ uri, databaseName: DATABASE, dataDirectory });
  try {
    works.push(...(await withServer(server)));
  } finally {
    await server.stop();
  }
  const page = [
    '# Larger pieces of work',
    '',
    `\`npm run bench:work -- --wallets ${wallets} --runs ${runs}\``,
    '',
    ...circumstances(await shop.serverVersion()),
    `- among ${decimal(wallets, 0)} wallets`,
    '',
    '| | ms, median | min – max | at most |',
    '|---|---:|---:|---:|',
    ...works.map(row),
    '',
  ].join('\n');
  console.log(page);
  if (values.save !== undefined) await writeFile(values.save, page);
} finally {
  await plain.close();
  await shop.close();
  await stop();
  await rm(dataDirectory, { recursive: true, force: true });
}

async function withServer(server: OwnServer): Promise<Work[]> {
  const admin = await server.callersOf({ id: 'bench-admin', role: 'ADMIN' });
  const self = await server.callersOf({ id: customer, role: 'CUSTOMER' });
  try {
    const [lists, raw] = await listsOf(admin);
    const best = median(raw);
    return [
      { name: `a list of ${decimal(LIST, 0)} credits`, times: lists, atMost: 250 },
      { name: `the same as one transaction of the plain driver`, times: raw, atMost: null },
      { name: 'the list ÷ that', times: lists.map((ms) => ms / best), atMost: 1.15 },
      {
        name: `${decimal(LIST, 0)} customers saved by ${CALLERS} callers`,
        times: await saved(admin),
        atMost: 1_000,
      },
      { name: 'the page that opens the web app, one request', times: await opened(self), atMost: 8 },
    ];
  } finally {
    admin.disconnect();
    self.disconnect();
  }
}

/** So many at a time of those that are due, in a process that has done it before, like the one that does it in a shop. */
async function expired(): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run <= EXPIRY_RUNS; run += 1) {
    const enough = new AbortController();
    let named = 0;
    const isHeldBack = () => {
      named += 1;
      if (named === DUE) enough.abort();
      return named > DUE;
    };
    let booked = 0;
    const took = await timed(async () => {
      const { wallets: count } = await expireCredits(shop.app, 'bench', {
        signal: enough.signal,
        isHeldBack,
      });
      booked = count;
    });
    if (booked !== DUE) throw new Error(`${booked} of ${DUE} wallets were booked.`);
    if (run > 0) times.push(took);
  }
  return times;
}

/** In turns, so that whatever else the machine does meets both. */
async function listsOf(admin: Callers): Promise<[number[], number[]]> {
  const query = await operation('admin', 'bulk-add-credits');
  const connection = await admin.connect();
  const raw = plain.together('all at once', 1, LIST);
  const times: [number[], number[]] = [[], []];
  for (let run = 0; run <= runs; run += 1) {
    const rows = Array.from({ length: LIST }, (_, n) => ({
      customerId: `customer-${run * LIST + n}`,
      ...{ amount: { amount: '2.00' }, source: 'PROMOTION', reason: 'Bench', reference: null },
    }));
    const idempotencyKey = `bench-list-number-${run}`;
    const input = { mode: 'VALID_ROWS', dryRun: false, idempotencyKey, rows };
    const body = JSON.stringify({ query, variables: { input } });
    const list = await timed(async () => {
      const answer = await connection.post(body);
      if (!answer.includes('"refused":')) throw new Error(`Not credited: ${answer.slice(0, 400)}`);
    });
    const best = await timed(() => raw.act(run));
    // The first of each warms up.
    if (run > 0) [list, best].forEach((ms, which) => times[which]?.push(ms));
  }
  connection.close();
  return times;
}

async function saved(admin: Callers): Promise<number[]> {
  const query = await operation('staff', 'save-customer');
  const asking = admin.contender({
    ...{ name: 'customers', callers: CALLERS },
    body: (step) => {
      const input = {
        customerId: `bench-new-${step}`,
        name: `Customer ${step}`,
        phone: `+91 8${String(step).padStart(9, '0')}`,
      };
      return JSON.stringify({ query, variables: { input } });
    },
    check: (answer) => {
      if (!answer.includes('"userErrors":[]')) throw new Error(`Not saved: ${answer}`);
    },
  });
  const times: number[] = [];
  await asking.ready?.();
  for (let run = 0; run <= runs; run += 1) {
    let next = 0;
    const caller = async () => {
      while (next < LIST) await asking.act(run * LIST + (next += 1));
    };
    const ms = await timed(async () => {
      await Promise.all(Array.from({ length: CALLERS }, caller));
    });
    if (run > 0) times.push(ms);
  }
  return times;
}

async function opened(self: Callers): Promise<number[]> {
  const documents = JSON.parse(await readFile('client/graphql/persisted-documents.json', 'utf8')) as Record<
    string,
    string
  >;
  const query = Object.values(documents).find((text) => text.includes('query WalletDashboard('));
  if (query === undefined) throw new Error('The web app no longer asks for its dashboard by this name.');
  const monthStart = new Date(startOfMonth(Date.now())).toISOString();
  const body = JSON.stringify({ query, variables: { monthStart } });
  const connection = await self.connect();
  const ask = async () => {
    const answer = await connection.post(body);
    if (!answer.includes('"balance"') || answer.includes('"errors"'))
      throw new Error(`Not answered: ${answer.slice(0, 400)}`);
  };
  for (let run = 0; run < 50; run += 1) await ask();
  const times: number[] = [];
  for (let run = 0; run < 100; run += 1) times.push(await timed(ask));
  connection.close();
  return times;
}

async function operation(folder: string, name: string): Promise<string> {
  return readFile(`schema/operations/${folder}/${name}.graphql`, 'utf8');
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function row({ name, times, atMost }: Work): string {
  const places = median(times) < 100 ? 2 : 0;
  const range = `${decimal(Math.min(...times), places)} – ${decimal(Math.max(...times), places)}`;
  return `| ${name} | ${decimal(median(times), places)} | ${range} | ${atMost === null ? '' : decimal(atMost, atMost < 10 ? 2 : 0)} |`;
}
