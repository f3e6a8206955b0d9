/**
 * npm run chaos:kills [-- --seconds 70 --kills 10 --processes 1]: what callers notice of servers that are killed under load and
 * started again at once. The servers run as in production, over HTTP, on a database of their own that would leave what a dead
 * process holds locked for a minute. A caller without an answer sends again under the same key until it has one. In the end
 * everything that was answered must be in the journals once, and nothing else.
 */
import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runAudit } from '../api/audit/run-audit.ts';
import { defaultPolicy } from '../api/domain/policy.ts';
import { connect, disconnect } from '../api/persistence/connection.ts';
import { Door } from './lib/door.ts';
import { median } from './lib/load.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { circumstances } from './lib/report.ts';
import { Shop } from './lib/shop.ts';

const CALLERS = 24;
const WALLETS = 30;
const LIFETIME_SECONDS = 60;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '70' },
    kills: { type: 'string', default: '10' },
    processes: { type: 'string', default: '1' },
    save: { type: 'string' },
  },
});
const seconds = Math.min(600, Number(values.seconds));
const kills = Number(values.kills);
const count = Math.min(4, Number(values.processes));

const database = await openOwnDatabase();
const dataDirectory = await mkdtemp(join(tmpdir(), 'wallet-chaos-'));
const wallets = Array.from({ length: WALLETS }, (_, n) => `chaos-${n}`);
const shop = await Shop.open(database.uri, DATABASE);
const checking = await connect(database.uri, DATABASE);
const admin = checking.getClient().db('admin');
await admin.command({ setParameter: 1, transactionLifetimeLimitSeconds: LIFETIME_SECONDS });
await shop.fund(wallets, 3);

const place = { uri: database.uri, databaseName: DATABASE, dataDirectory };
const doors: Door[] = [];
for (let n = 0; n < count; n += 1) doors.push(await Door.open(place));

let calls = 0;
let requests = 0;
let unanswered = 0;
let isOver = false;
const longest: number[] = [];
/** When each wallet was answered last, and since which event that is watched. */
const watches = new Set<{ since: number; missing: Set<string>; took: number }>();

async function call(step: number, wallet: string): Promise<void> {
  const began = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    const door = doors[(step + attempt) % doors.length] as Door;
    await Promise.race(doors.map((one) => one.isOpen()));
    const answer = await door.debit(step, wallet);
    if (answer === 'CLOSED') continue;
    requests += 1;
    if (answer === 'ANSWERED') break;
    unanswered += 1;
  }
  const now = performance.now();
  longest.push(now - began);
  for (const watch of watches) {
    if (began < watch.since || !watch.missing.delete(wallet)) continue;
    if (watch.missing.size === 0) watch.took = now - watch.since;
  }
}

function watchFrom(since: number) {
  const watch = { since, missing: new Set(wallets), took: Number.NaN };
  watches.add(watch);
  return watch;
}

const callers = Promise.all(
  Array.from({ length: CALLERS }, async () => {
    while (!isOver) {
      calls += 1;
      await call(calls, wallets[calls % WALLETS] ?? '');
    }
  }),
);
const starts: number[] = [];
const recoveries: ReturnType<typeof watchFrom>[] = [];
for (let kill = 0; kill < kills; kill += 1) {
  await sleep((seconds * 1_000) / (kills + 1));
  const door = doors[kill % doors.length] as Door;
  await door.kill();
  // Where another serves on, its callers are to notice little; else they wait for the one that is started.
  const killed = performance.now();
  const another = doors.length > 1 ? watchFrom(killed) : null;
  await door.start();
  starts.push(performance.now() - killed);
  recoveries.push(another ?? watchFrom(performance.now()));
}
await sleep((seconds * 1_000) / (kills + 1));
isOver = true;
await callers;

const elapsed = () => performance.now();
const report = await runAudit({ database: checking, policy: defaultPolicy, now: Date.now(), elapsed });
const faults = await shop.faults(wallets, calls);
const recovered = recoveries.map(({ took }) => took).sort((a, b) => a - b);
const share = (100 * unanswered) / requests;
const ms = (value: number | undefined) => `${Math.round(value ?? Number.NaN)} ms`;
const since = count > 1 ? 'the kill' : 'the new process was ready';
const page = [
  `\`npm run chaos:kills -- --seconds ${seconds} --kills ${kills} --processes ${count}\``,
  '',
  ...circumstances((await admin.command({ buildInfo: 1 }))['version'] as string),
  `- ${CALLERS} callers, ${WALLETS} wallets, ${count} processes, ${kills} kills in ${seconds} s, transactionLifetimeLimitSeconds ${LIFETIME_SECONDS}`,
  `- ${calls} calls, all answered in the end, the last after ${ms(Math.max(...longest))}, half within ${ms(median(longest))}`,
  `- ${unanswered} of ${requests} requests had no answer: ${share.toFixed(2)} %`,
  `- from start to ready: half within ${ms(median(starts))}, the last ${ms(Math.max(...starts))}`,
  `- every wallet answered after ${since}: half within ${ms(median(recovered))}, the last ${ms(recovered.at(-1))}`,
  `- the audit found ${report.violations} violations; ${faults.length === 0 ? 'every answered call is in the journals once, and no other' : faults.join(' ')}`,
  '',
].join('\n');
console.log(page);
if (values.save !== undefined) await writeFile(values.save, page);
if (report.violations > 0 || faults.length > 0) process.exitCode = 1;

for (const door of doors) await door.stop();
await disconnect(checking);
await shop.close();
await database.stop();
await rm(dataDirectory, { recursive: true, force: true });
