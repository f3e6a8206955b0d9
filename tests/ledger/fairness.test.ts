import { bulkAddCredits } from '../../api/services/bulk-add-credits.ts';
import { expireWallets } from '../../api/services/expire-credits.ts';
import { callerOf, freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { damageIn, storedWallet } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { holdWallet, withOwnEngine, type OwnEngine } from '../support/engine.ts';
import { codesOf, grant, openFunded, spend } from '../support/spending.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());
afterEach(async () => expect(await damageIn(app)).toEqual([]));

function named(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
}

/** Keeps several debits waiting on every wallet for as long as something takes. */
async function underTraffic<T>(
  own: OwnEngine,
  wallets: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  let isOver = false;
  const caller = async (id: string) => {
    while (!isOver) await spend(own, id, 1_00n);
  };
  const callers = wallets.flatMap((id) => [caller(id), caller(id), caller(id)]);
  const worked = await work().finally(() => (isOver = true));
  await Promise.all(callers);
  return worked;
}

describe('an engine that is saturated by what people wait for', () => {
  it('carries out an all-or-nothing over all the wallets on which they are busy', async () => {
    const wallets = named('busy', 12);
    await openFunded(app, wallets, 10_000_00n);
    const own = withOwnEngine(app, { batchSize: 8 });
    const row = { amount: 5_00n, source: 'PROMOTION' as const, reason: 'Festival', expiresAt: null };
    const input = {
      rows: wallets.map((customerId) => ({ ...row, customerId, reference: null })),
      mode: 'ALL_OR_NOTHING' as const,
      dryRun: false,
      idempotencyKey: freshKey('bulk'),
    };
    const answer = await underTraffic(own, wallets, () => bulkAddCredits(own, callerOf('ADMIN'), input));
    expect('rows' in answer && answer.rows.every((outcome) => outcome && 'entry' in outcome)).toBe(true);
  });

  it('books expiries', async () => {
    const [wallets, due] = [named('waiting', 12), named('due', 30)];
    await openFunded(app, [...wallets, ...due], 10_000_00n);
    app.clock.set('2029-03-12T00:00:00+05:30');
    const own = withOwnEngine(app, { batchSize: 8 });
    await Promise.all(wallets.map((id) => grant(own, id, 10_000_00n)));
    const expired = await underTraffic(own, wallets, () => expireWallets(own, due, 'job', 'BACKGROUND'));
    expect(expired.wallets).toBe(due.length);
  });
});

describe('the time of background work', () => {
  it('begins when its turn has come', async () => {
    await openFunded(app, ['first', 'job'], 100_00n);
    let elapsed = 0;
    const settings = { deadlineMs: 8_000, backgroundWaitMs: 120_000, batchSize: 1, batchesInFlight: 1 };
    const { diary, ...own } = withOwnEngine(app, settings, { elapsed: () => elapsed });
    const letGo = await holdWallet(app, 'first');
    const first = spend(own, 'first', 1_00n);
    await diary.retriesReach(1);
    const job = grant(own, 'job', 1_00n, { priority: 'BACKGROUND' });
    elapsed = 100_000;
    await expect(first).rejects.toThrow('the database did not answer in time');
    expect(await job).toMatchObject({ replayed: false });
    await letGo();
  });

  it('does not last for ever', async () => {
    await openFunded(app, ['before', 'late'], 100_00n);
    let elapsed = 0;
    const settings = { deadlineMs: 8_000, backgroundWaitMs: 120_000, batchSize: 1, batchesInFlight: 1 };
    const { diary, ...own } = withOwnEngine(app, settings, { elapsed: () => elapsed });
    const letGo = await holdWallet(app, 'before');
    const before = spend(own, 'before', 1_00n);
    await diary.retriesReach(1);
    const late = grant(own, 'late', 1_00n, { priority: 'BACKGROUND' });
    elapsed = 120_000;
    await expect(before).rejects.toThrow('the database did not answer in time');
    await expect(late).rejects.toThrow('the database did not answer in time');
    await letGo();
    expect(await storedWallet(app, 'late')).toMatchObject({ seq: 2 });
  });
});

describe('a wallet that somebody else holds', () => {
  it('does not hold up those that share its batch', async () => {
    const others = named('neighbour', 31);
    await openFunded(app, ['held', ...others], 100_00n);
    const { diary: _, ...own } = withOwnEngine(app);
    const letGo = await holdWallet(app, 'held');
    const held = spend(own, 'held', 1_00n);
    const outcomes = await Promise.all(others.map((id) => spend(own, id, 1_00n)));
    expect(codesOf(outcomes)).toEqual({ DONE: others.length });
    await letGo();
    expect(await held).toMatchObject({ replayed: false });
  });

  it('does not hold up the wallets of its batch for those who come later', async () => {
    const others = named('regular', 15);
    await openFunded(app, ['stuck', ...others], 100_00n);
    const { diary: _, ...own } = withOwnEngine(app);
    const letGo = await holdWallet(app, 'stuck');
    const stuck = [spend(own, 'stuck', 1_00n), spend(own, 'stuck', 1_00n)];
    await Promise.all(others.map((id) => spend(own, id, 1_00n)));
    const outcomes = await Promise.all(others.map((id) => spend(own, id, 1_00n)));
    expect(codesOf(outcomes)).toEqual({ DONE: others.length });
    await letGo();
    expect(codesOf(await Promise.all(stuck))).toEqual({ DONE: 2 });
  });

  it.each([2, 3])('does not hold up others although there are %d such batches', async (count) => {
    const stuck = named(`away-${count}`, count);
    await openFunded(app, [...stuck, `at-home-${count}`], 100_00n);
    const { diary, ...own } = withOwnEngine(app, { batchSize: 2, batchesInFlight: 1 });
    const letGo = await Promise.all(stuck.map((id) => holdWallet(app, id)));
    const sent = stuck.flatMap((id) => [spend(own, id, 1_00n), spend(own, id, 1_00n)]);
    await diary.retriesReach(1);
    expect(await spend(own, `at-home-${count}`, 1_00n)).toMatchObject({ replayed: false });
    await Promise.all(letGo.map((go) => go()));
    expect(codesOf(await Promise.all(sent))).toEqual({ DONE: 2 * count });
  });
});
