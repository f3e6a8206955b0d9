import { OutcomeUnknown } from '../../api/ledger/errors.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { openStores } from '../../api/persistence/stores/stores.ts';
import { addCredits } from '../../api/services/add-credits.ts';
import { expireCredits } from '../../api/services/expire-credits.ts';
import { keyedEntryId } from '../../api/services/idempotency.ts';
import { refundCredits } from '../../api/services/refund-credits.ts';
import { reverseCredit } from '../../api/services/reverse-credit.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { damageIn } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { holdWallet, withOwnEngine, type OwnEngine } from '../support/engine.ts';
import { fail, stopFailing } from '../support/fail-points.ts';
import { countedProgramme, recountProgramme } from '../support/recount-programme.ts';
import { startFailingReplicaSet } from '../support/special-servers.ts';
import { openFunded, spend } from '../support/spending.ts';
import { amountOf, Worker, type Plan } from '../support/worker.ts';

const at = openTestDatabase();
const FEBRUARY = '2026-02-10T09:30:00+05:30';
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at, { start: FEBRUARY })));
afterAll(() => app.close());
afterEach(async () => expect(await damageIn(app)).toEqual([]));

const admin = callerOf('ADMIN');

/** The same application as another process would have it, which writes under this name. */
function process(writer: string): OwnEngine {
  return withOwnEngine({ ...app, stores: openStores(app.database, app.policy, writer) });
}

function counted(of: TestApp = app) {
  return countedProgramme(of.stores);
}

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
}

function buy(customerId: string, amount: bigint, idempotencyKey: string) {
  const terms = { source: 'PURCHASE', reason: 'Top-up', expiresAt: null, orderId: null } as const;
  return addCredits(app, admin, { customerId, amount, ...terms, idempotencyKey });
}

describe('what moved in a month', () => {
  it('is what the entries of the month say, by every kind of movement and in the months of India', async () => {
    await openFunded(app, ['kinds'], 500_00n);
    app.clock.set('2026-03-31T23:59:59.999+05:30');
    const mistaken = freshKey('mistaken');
    await buy('kinds', 300_00n, mistaken);
    app.clock.set('2026-04-01T00:00:00+05:30');
    const order = freshKey('order');
    await spend(app, 'kinds', 40_00n, order);
    const refund = { debitId: keyedEntryId('kinds', order), amount: 15_00n, reason: 'Returned' };
    await refundCredits(app, admin, { ...refund, idempotencyKey: freshKey() });
    const creditId = keyedEntryId('kinds', mistaken);
    await reverseCredit(app, admin, { creditId, reason: 'Mistake', idempotencyKey: freshKey() });
    app.clock.set('2027-05-01T12:00:00+05:30');
    await expireCredits(app, 'test');

    expect(await counted()).toEqual({
      '2026-02': { manual: 500_00n },
      '2026-03': { purchase: 300_00n },
      '2026-04': { debit: 40_00n, refund: 15_00n, reversal: 300_00n },
      '2027-02': { expiry: 475_00n },
    });
  });

  it('counts once, however often it is sent by however many processes at once in a new month', async () => {
    const wallets = names('busy', 60);
    await openFunded(app, wallets, 1_000_00n);
    app.clock.set('2027-06-01T00:00:00+05:30');
    // The last two go by the same name, which nothing but bad luck would give them.
    const processes = ['one', 'two', 'twin', 'twin'].map(process);
    const keys = Array.from({ length: 240 }, () => freshKey('busy'));
    await Promise.all(
      processes.flatMap((own) =>
        keys.map((key, n) => spend(own, wallets[n % wallets.length] ?? '', 1_00n + BigInt(n), key)),
      ),
    );

    const spent = keys.reduce((sum, _, n) => sum + 1_00n + BigInt(n), 0n);
    expect(await counted()).toMatchObject({ '2027-05': { manual: 60_000_00n }, '2027-06': { debit: spent } });
  });

  it('counts once when it was decided again, and not when it was given up', async () => {
    await openFunded(app, ['held'], 100_00n);
    app.clock.set('2027-07-01T00:00:00+05:30');
    const own = process('held');
    const letGo = await holdWallet(app, 'held');
    const late = spend(own, 'held', 3_00n);
    await own.diary.retriesReach(5);
    const hurried = withOwnEngine(app, { maxAttempts: 2 });
    await expect(spend(hurried, 'held', 5_00n)).rejects.toThrow('others were changing the same wallet');
    await letGo();
    await late;

    expect(await counted()).toMatchObject({ '2027-07': { debit: 3_00n } });
  });

  it('is nothing where no money moves', async () => {
    const before = await counted();
    app.clock.set('2027-08-01T12:00:00+05:30');
    await openWallet(app, 'still');

    expect(await counted()).toEqual(before);
  });

  it('holds what expired in it, also when that is booked later, before something else', async () => {
    await openWallet(app, 'late');
    app.clock.set('2027-08-02T12:00:00+05:30');
    const until = (day: string) => ({ reason: 'Gift', expiresAt: Date.parse(day), orderId: null });
    const days = { '7': '2027-08-31T12:00:00+05:30', '8': '2027-09-30T12:00:00+05:30' };
    for (const [rupees, day] of Object.entries({ ...days, '90': '2027-12-31T12:00:00+05:30' })) {
      const amount = BigInt(rupees) * 100n;
      const key = { customerId: 'late', idempotencyKey: freshKey('until') };
      await addCredits(app, admin, { amount, source: 'MANUAL', ...until(day), ...key });
    }
    app.clock.set('2027-10-15T12:00:00+05:30');
    await spend(app, 'late', 1_00n);

    expect(await counted()).toMatchObject({
      '2027-08': { manual: 105_00n, expiry: 7_00n },
      '2027-09': { expiry: 8_00n },
      '2027-10': { debit: 1_00n },
    });
    expect(await counted()).toEqual(await recountProgramme(app.database));
  });
});

describe('a process that is killed while wallets enter a new month', () => {
  it('has counted what it did and nothing twice, and so has its successor', async () => {
    const wallets = names('killed', 300);
    const funding = await openTestApp(at, { start: FEBRUARY });
    await openFunded(funding, wallets, 100_00n);
    await funding.close();
    const before = await counted();
    // Workers live in March.
    const plan: Plan = { ...at, wallets, steps: 1_200, concurrency: 24, prefix: 'month' };
    for (const killAfter of [60, 200]) {
      const worker = new Worker(plan);
      await worker.answered(killAfter);
      await worker.kill();
      expect(await damageIn(app)).toEqual([]);
    }
    await new Worker(plan).finished();

    let spent = 0n;
    for (let step = 0; step < plan.steps; step += 1) spent += amountOf(step);
    expect(before['2026-03']).not.toHaveProperty('debit');
    expect(await counted()).toMatchObject({ '2026-03': { debit: spent } });
  }, 120_000);
});

describe('a database that does not say whether it committed', () => {
  it.each([
    ['did', { writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } }],
    ['did not', { closeConnection: true }],
  ] as const)('has counted once after the same key was sent again: it %s', async (_, failure) => {
    const replicaSet = await startFailingReplicaSet();
    const failing = await openTestApp({ uri: replicaSet.uri, name: 'months' }, { start: FEBRUARY });
    try {
      await openFunded(failing, ['asha'], 100_00n);
      failing.clock.set('2026-03-01T00:00:00+05:30');
      const own = withOwnEngine(failing, { deadlineMs: 400 });
      const key = freshKey('unknown');
      await fail(failing.database, { failCommands: ['commitTransaction'], ...failure });
      await expect(spend(own, 'asha', 60_00n, key)).rejects.toThrow(OutcomeUnknown);
      await stopFailing(failing.database);
      await spend(failing, 'asha', 60_00n, key);

      expect(await counted(failing)).toEqual({
        '2026-02': { manual: 100_00n },
        '2026-03': { debit: 60_00n },
      });
    } finally {
      await failing.close();
      await replicaSet.stop();
    }
  });
});

describe('a database from before months were counted', () => {
  it('is counted once, by whichever process is the first', async () => {
    await app.database.collection('programme_stays').deleteMany({});
    await Promise.all([1, 2, 3, 4].map(() => setUp(app.database)));
    await setUp(app.database);

    const recount = await recountProgramme(app.database);
    expect(Object.keys(recount).length).toBeGreaterThan(5);
    expect(await counted()).toEqual(recount);
    app.clock.set('2027-09-01T12:00:00+05:30');
    await spend(app, 'busy-1', 1_00n);
    await setUp(app.database);
  });
});
