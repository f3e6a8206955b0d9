import { performance } from 'node:perf_hooks';
import { AuditStopped } from '../../api/audit/pace.ts';
import { runAudit } from '../../api/audit/run-audit.ts';
import { nextAudit, runNightly } from '../../api/jobs/nightly-audit.ts';
import { recountProgramme } from '../../api/persistence/count-programme.ts';
import type { AuditRun } from '../../api/persistence/stores/audit-run.store.ts';
import { monthOf } from '../../api/domain/calendar.ts';
import { Damage } from '../audit/damage.ts';
import { openShop } from '../audit/shop.ts';
import * as acts from '../support/acts.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { foundBy } from '../support/audit.ts';
import { openTestDatabase } from '../support/database.ts';
import { mockPayments } from '../support/payments.ts';

const at = openTestDatabase();
const elapsed = () => performance.now();
let app: TestApp;
let other: TestApp;
let runs: AuditRun[] = [];

beforeAll(async () => {
  const payments = mockPayments();
  app = await openTestApp(at, { payments });
  other = await openTestApp(at, { clock: app.clock });
  await openShop(app, payments);
});
beforeEach(() => (runs = []));
afterAll(() => Promise.all([app.close(), other.close()]));

function run(by: TestApp = app, isStopped = () => false): Promise<void> {
  const parts = { app: by, database: by.database, elapsed, hour: 3 };
  return runNightly(parts, isStopped, (each) => void runs.push(each));
}

describe('the nightly audit', () => {
  it('waits for its hour, then runs once a day, whichever process is first', async () => {
    app.clock.set('2026-05-10T02:59:59+05:30');
    await run();
    expect(runs).toEqual([]);

    app.clock.set('2026-05-10T03:00:00+05:30');
    await Promise.all([run(), run(other), run()]);
    await run(other);
    expect(runs).toMatchObject([{ day: '2026-05-10', wallets: 7, violations: 0, findings: [] }]);
    expect(runs[0]?.entries).toBeGreaterThan(20);
    expect(await other.stores.audits.last()).toEqual(runs[0]);
    expect(await nextAudit(app, 3)).toBe(Date.parse('2026-05-11T03:00:00+05:30'));
  });

  it('writes down what it found, in words, and counts sums of the programme anew', async () => {
    const damage = new Damage(app);
    await damage.set('customer_wallets', 'asha', { referredBy: 'zoya' });
    await damage.add('programme_figures', { _id: 'all:planted:0', sheet: 'all', figures: { wallets: 1n } });
    app.clock.set('2026-05-11T04:00:00+05:30');
    await run();

    const last = await app.stores.audits.last();
    expect(last?.violations).toBeGreaterThan(2);
    expect(last?.findings).toContainEqual({
      invariant: 'I14',
      rule: 'A customer is referred once, by somebody else, and both bonuses exist or neither.',
      record: 'asha',
      entry: null,
      problem: 'it was referred by zoya, its journal has 0 welcome bonuses',
    });
    expect(last?.notices).toContain('The sums over all wallets that the programme shows were counted anew.');
    expect(await app.stores.census.take(app.policy, app.now())).toMatchObject({ wallets: 7 });
    await damage.repair();
    await recountProgramme(app.database, app.policy);
  });

  it('stops at the next page when the server does, and begins anew for whoever is there', async () => {
    app.clock.set('2026-05-12T04:00:00+05:30');
    await expect(run(app, () => true)).rejects.toThrow(AuditStopped);
    expect(runs).toEqual([]);

    await run(other);
    expect(runs).toMatchObject([{ day: '2026-05-12' }]);
  });

  it('counts who spent for the first time in which month, and who came back, by all debits before its day', async () => {
    const spendAt = async (at: string) => {
      app.clock.set(at);
      await acts.entryOf(acts.debit(app, 'kiran', 1_00n, { orderId: at }));
    };
    app.clock.set('2026-05-13T12:00:00+05:30');
    await acts.entryOf(acts.credit(app, 'kiran', 100_00n));
    await spendAt('2026-05-14T12:00:00+05:30');
    await spendAt('2026-06-20T12:00:00+05:30');
    await spendAt('2026-06-21T01:00:00+05:30');
    app.clock.set('2026-06-21T03:30:00+05:30');
    await run();

    const debits = await app.database
      .collection('wallet_transactions')
      .find(
        { kind: 'DEBIT', at: { $lt: new Date('2026-06-21T00:00:00+05:30') } },
        { sort: { walletId: 1, seq: 1 } },
      )
      .toArray();
    const monthIn = (at: Date) => monthOf(at.getTime());
    const first = new Map<string, string>();
    for (const { walletId, at } of debits.toReversed()) first.set(walletId as string, monthIn(at as Date));
    const told = (await app.stores.audits.last())?.cohorts ?? [];
    expect(told.map(({ month }) => month).slice(-2)).toEqual(['2026-05', '2026-06']);
    for (const [begun, { month, months }] of told.entries()) {
      months.forEach(({ customers, spent }, later) => {
        const of = debits.filter(
          ({ walletId, at }) =>
            first.get(walletId as string) === month && monthIn(at as Date) === told[begun + later]?.month,
        );
        expect(customers).toBe(new Set(of.map(({ walletId }) => walletId as string)).size);
        expect(spent).toBe(of.reduce((sum, { amount }) => sum + (amount as bigint), 0n));
      });
    }
    expect(told.flatMap(({ months }) => months.slice(1)).some(({ customers }) => customers > 0)).toBe(true);
  });
});

describe('an audit beside customers', () => {
  it('finds nothing wrong in what is changing, however often it goes on to a new moment', async () => {
    const ids = acts.names('busy', 12);
    await acts.openWallets(app, ids);
    await Promise.all(ids.map((id) => acts.credit(app, id, 1_000_00n)));
    let isOver = false;
    const busy = ids.map(async (id) => {
      for (let n = 0; !isOver; n += 1) await acts.debit(app, id, 1_00n, { orderId: `${id}-${n}` });
    });
    const gentle = { page: 7, momentMs: 0, breathe: () => Promise.resolve() };
    const reports = [];
    for (let round = 0; round < 3; round += 1) {
      reports.push(
        await runAudit({ database: app.database, policy: app.policy, now: app.now(), elapsed, gentle }),
      );
    }
    isOver = true;
    await Promise.all(busy);

    expect(reports.flatMap(foundBy)).toEqual([]);
    expect(reports.map(({ wallets }) => wallets)).toEqual([19, 19, 19]);
  });
});
