/**
 * npm run bench:counting [-- --seconds 2 --rounds 6]: what it costs that sums over all wallets are
 * kept as they change. The engine as it is
 * beside one that counts nothing, on the same wallets in turns and without HTTP, so that nothing hides the difference; and
 * beside one for which every debit is the first of its wallet in a new month, which is the most that counting can cost.
 */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { defaultPolicy } from '../api/domain/policy.ts';
import type { Entry } from '../api/domain/wallet/entries.ts';
import type { Wallet } from '../api/domain/wallet/wallet.ts';
import { Engine } from '../api/ledger/engine.ts';
import { connect, disconnect } from '../api/persistence/connection.ts';
import type { Change, Session } from '../api/persistence/stores/document-store.ts';
import { openStores, type Stores } from '../api/persistence/stores/stores.ts';
import type { App } from '../api/services/app.ts';
import { deductCredits } from '../api/services/deduct-credits.ts';
import { CpuClock } from './lib/cpu.ts';
import { measure, type Contender, type Measured } from './lib/load.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { circumstances, report } from './lib/report.ts';
import { Shop } from './lib/shop.ts';

const WALLETS = 1_000;
const COUNTING = 'counting, 64 callers';
const WITHOUT = 'without, 64 callers';
const WORST = 'a new month each time, 64 callers';
const COUNTING_ALONE = 'counting, one caller';
const WITHOUT_ALONE = 'without, one caller';
const WORST_ALONE = 'a new month each time, one caller';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '2' }, rounds: { type: 'string', default: '6' } },
});
const milliseconds = 1_000 * Math.min(30, Number(values.seconds));
const rounds = Math.min(20, Number(values.rounds));

const provided = await openOwnDatabase();
const shop = await Shop.open(provided.uri, DATABASE);
const ids = Array.from({ length: WALLETS }, (_, n) => `bench-${n}`);
await shop.fund(ids, 3);
const database = await connect(provided.uri, DATABASE);
const cpu = new CpuClock({ node: process.pid, mongod: provided.processId ?? process.pid });

const counting = openStores(database, defaultPolicy, 'bench');
// The engine needs nothing else of the counting than these calls.
const silent = { note: async () => {} };
const without = { ...counting, programme: silent, figures: silent } as unknown as Stores;
const worst = { ...counting, programme: { note: noteAlways } } as unknown as Stores;

const contenders: readonly Contender[] = [
  contender(COUNTING, counting, 64),
  contender(WITHOUT, without, 64),
  contender(WORST, worst, 64),
  contender(COUNTING_ALONE, counting, 1),
  contender(WITHOUT_ALONE, without, 1),
  contender(WORST_ALONE, worst, 1),
];

try {
  for (const each of contenders.slice(0, 3)) await measure(each, 3_000, cpu);
  const results = new Map<string, Measured[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const each of [...contenders, ...contenders.toReversed()]) {
      results.get(each.name)?.push(await measure(each, milliseconds, cpu));
    }
    console.error(`Round ${round} of ${rounds} done`);
  }
  const { version } = await database.getClient().db('admin').command({ buildInfo: 1 });
  const about = [
    '# Counting what all wallets move',
    '',
    `\`npm run bench:counting -- --seconds ${values.seconds} --rounds ${rounds}\``,
    '',
    ...circumstances(String(version)),
  ];
  const goals = [
    { over: COUNTING, under: WITHOUT, atLeast: 0.97 },
    { over: WORST, under: WITHOUT, atLeast: 0.85 },
    { over: COUNTING_ALONE, under: WITHOUT_ALONE, atLeast: 0.97 },
    { over: WORST_ALONE, under: WITHOUT_ALONE, atLeast: 0.8 },
  ];
  console.log(report(results, goals, about));
} finally {
  await disconnect(database);
  await shop.close();
  await provided.stop();
}

/** As if every wallet had last moved money in another month. */
function noteAlways(
  changes: readonly Change<Wallet>[],
  entries: readonly Entry[],
  session: Session,
): Promise<void> {
  const longAgo = changes.map(({ before, ...same }) => ({
    ...same,
    before: before && { ...before, lastTransactionAt: 0 },
  }));
  return counting.programme.note(longAgo, entries, session);
}

function contender(name: string, stores: Stores, callers: number): Contender {
  const elapsed = () => performance.now();
  const engine = new Engine({
    database,
    stores,
    policy: defaultPolicy,
    now: Date.now,
    elapsed,
    random: Math.random,
  });
  const app: App = { ...shop.app, engine, stores };
  const caller = { actor: { id: 'bench', role: 'ADMIN', channel: 'API' }, requestId: 'bench' } as const;
  return {
    name,
    callers,
    act: async (step) => {
      const customerId = ids[step % WALLETS] ?? '';
      const idempotencyKey = `bench-${randomBytes(9).toString('base64url')}`;
      const input = { customerId, amount: 1_00n, orderId: `order-${step}`, reason: null, idempotencyKey };
      const outcome = await deductCredits(app, caller, input);
      if ('refused' in outcome) throw new Error(`Not debited: ${outcome.refused.code}`);
    },
  };
}
