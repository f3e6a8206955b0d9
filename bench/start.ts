/**
 * npm run bench:start [-- --runs 9 --wallets 1000000]: how long the built server takes from the start of its process until
 * `/readyz` says that it serves, with the database there: the first time, when nothing is there yet, the median of many
 * times after that, and after a `kill -9` under load. On a database of its own on this machine, which is gone afterwards.
 */
import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { defaultPolicy } from '../api/domain/policy.ts';
import { connect, disconnect } from '../api/persistence/connection.ts';
import { openApp } from '../api/services/open-app.ts';
import { CpuClock } from './lib/cpu.ts';
import { median } from './lib/load.ts';
import { populate } from './lib/many-wallets.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { OwnServer } from './lib/own-server.ts';
import { shareOf } from './lib/profile.ts';
import { circumstances } from './lib/report.ts';
import { Shop } from './lib/shop.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, wallets: { type: 'string', default: '1000' } },
});
const runs = Math.min(100, Number(values.runs));
const wallets = Math.min(10_000_000, Number(values.wallets));
const CALLERS = 24;

/** From the start of the process until it serves, in milliseconds. */
interface Start {
  readonly ready: number;
  readonly cpu: number;
}

/** What a start does, by the functions that do it. */
const PARTS: readonly (readonly [string, readonly string[]])[] = [
  ['reading and compiling the file', ['moduleStrategy']],
  ['running its modules', ['run']],
  ['the schema and its permissions', ['executableSchema']],
  ['looking at the database', ['setUp', 'lookAt', 'shapesOf']],
  ['the server and its routes', ['buildServer']],
];

const dataDirectory = await mkdtemp(join(tmpdir(), 'early-bird-start-'));
const { uri, stop } = await openOwnDatabase();

try {
  const first = await startOnce();
  const database = await connect(uri, DATABASE);
  const parts = { now: Date.now, elapsed: () => performance.now(), randomBytes };
  const app = openApp({ database, policy: defaultPolicy, ...parts });
  console.error(`Making ${wallets} wallets`);
  await populate(app, database, wallets);
  const later: Start[] = [];
  for (let run = 0; run < runs; run += 1) later.push(await startOnce());
  const ids = Array.from({ length: 30 }, (_, n) => `busy-${n}`);
  const shop = await Shop.open(uri, DATABASE);
  await shop.fund(ids, 2);
  const afterKill: Start[] = [];
  for (let run = 0; run < 3; run += 1) {
    await killUnderLoad(ids);
    afterKill.push(await startOnce());
  }
  const profile = join(dataDirectory, 'profile');
  await startOnce(['--cpu-prof', `--cpu-prof-dir=${profile}`]);
  const { version } = await database.getClient().db('admin').command({ buildInfo: 1 });
  await Promise.all([shop.close(), app.engine.stop().then(() => disconnect(database))]);
  console.log(
    [
      '# Starting the server',
      '',
      ...circumstances(String(version)),
      `- ${wallets} wallets; from the start of the process until \`/readyz\` says that it serves`,
      '',
      '| start | ms, median | min – max | CPU ms |',
      '|---|---:|---:|---:|',
      row('on an empty database', [first]),
      row('on a database that is there', later),
      row('after `kill -9` under load', afterKill),
      '',
      '| of its own work, in a profile | % |',
      '|---|---:|',
      ...(await shareOf(profile, PARTS)).map(([part, share]) => `| ${part} | ${share.toFixed(0)} |`),
    ].join('\n'),
  );
} finally {
  await stop();
  await rm(dataDirectory, { recursive: true, force: true });
}

async function startOnce(options: readonly string[] = []): Promise<Start> {
  const port = await freePort();
  const began = performance.now();
  const words = ['--max-semi-space-size=64', ...options, 'dist/api/server/main.js'];
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      MONGODB_URI: uri,
      DATABASE_NAME: DATABASE,
      DATA_DIRECTORY: dataDirectory,
      HOST: '127.0.0.1',
      PORT: String(port),
      DRAIN_SECONDS: '0',
      LOOPBACK_DATABASE: 'on',
      LOG_LEVEL: 'warn',
    },
  });
  const cpu = new CpuClock({ server: child.pid ?? 0 });
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error('The server ended before it was ready.');
    await sleep(5);
  }
  const start = { ready: performance.now() - began, cpu: (cpu.read()['server'] ?? Number.NaN) / 1_000 };
  child.kill('SIGTERM');
  await once(child, 'exit');
  return start;
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** Leaves transactions open, as a process does that is killed in the middle of them. */
async function killUnderLoad(ids: readonly string[]): Promise<void> {
  const server = await OwnServer.start({ uri, databaseName: DATABASE, dataDirectory });
  const { ready, act: debit } = server.spread('busy', CALLERS, ids);
  await ready?.();
  let step = Date.now();
  const call = async () => {
    for (;;) await debit((step += 1));
  };
  // Those that are not answered any more wait for good.
  for (let caller = 0; caller < CALLERS; caller += 1) call().catch(() => {});
  await sleep(1_000);
  await server.kill();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function row(name: string, starts: readonly Start[]): string {
  const ready = starts.map((start) => start.ready);
  const whole = (value: number) => value.toFixed(0);
  const range = `${whole(Math.min(...ready))} – ${whole(Math.max(...ready))}`;
  return `| ${name} | ${whole(median(ready))} | ${range} | ${whole(median(starts.map(({ cpu }) => cpu)))} |`;
}
