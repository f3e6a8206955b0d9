import { setImmediate as nextTurn } from 'node:timers/promises';
import { openTestApp, type TestApp } from '../support/app.ts';
import { damageIn, storedWallet } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { holdWallet, withOwnEngine } from '../support/engine.ts';
import { InterruptedStore } from '../support/interrupted-store.ts';
import { codesOf, grant, openFunded, spend } from '../support/spending.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());
afterEach(async () => expect(await damageIn(app)).toEqual([]));

function named(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
}

describe('batches', () => {
  it('commit a single command at once when nothing else is under way', async () => {
    await openFunded(app, ['idle'], 100_00n);
    const { diary, ...idle } = withOwnEngine(app);
    await spend(idle, 'idle', 10_00n);
    await spend(idle, 'idle', 10_00n);
    expect(diary.batches).toEqual([1, 1]);
  });

  it('hold what arrives together, up to their size', async () => {
    const ids = named('together', 50);
    await openFunded(app, ids, 100_00n);
    const { diary, ...own } = withOwnEngine(app, { batchSize: 20, batchesInFlight: 1 });
    const outcomes = await Promise.all(ids.map((id) => spend(own, id, 10_00n)));
    expect(codesOf(outcomes)).toEqual({ DONE: 50 });
    expect(diary.batches).toEqual([20, 20, 10]);
  });

  it('grow by what queues up while one is under way', async () => {
    await openFunded(app, ['slow', ...named('meanwhile', 3)], 100_00n);
    const { diary, ...own } = withOwnEngine(app, { batchesInFlight: 1 });
    const letGo = await holdWallet(app, 'slow');
    const slow = spend(own, 'slow', 10_00n);
    await diary.retriesReach(1);
    const meanwhile: Promise<unknown>[] = [];
    for (const id of named('meanwhile', 3)) {
      meanwhile.push(spend(own, id, 10_00n));
      await diary.waitingAre(meanwhile.length);
    }
    await letGo();
    await Promise.all([slow, ...meanwhile]);
    expect(diary.batches).toEqual([1, 3]);
  });

  it('wait for a wallet that is under way, while commands on other wallets go past', async () => {
    await openFunded(app, ['held', 'free'], 100_00n);
    const { diary, ...own } = withOwnEngine(app);
    const answers: string[] = [];
    const noted = (name: string, sent: Promise<unknown>) => sent.then(() => answers.push(name));

    const letGo = await holdWallet(app, 'held');
    const first = noted('held first', spend(own, 'held', 60_00n));
    await diary.retriesReach(1);
    const second = noted('held second', spend(own, 'held', 40_00n));
    await noted('free', spend(own, 'free', 10_00n));
    await letGo();
    await Promise.all([first, second]);

    expect(answers).toEqual(['free', 'held first', 'held second']);
    expect(diary.batches).toEqual([1, 1, 1]);
    expect(await storedWallet(app, 'held')).toMatchObject({ balance: 0n, seq: 4 });
  });

  it('take what people wait for before what works in the background', async () => {
    await openFunded(app, ['first', 'person', 'job'], 100_00n);
    const { diary, ...own } = withOwnEngine(app, { batchSize: 1, batchesInFlight: 1 });
    const answers: string[] = [];
    const letGo = await holdWallet(app, 'first');
    const first = spend(own, 'first', 10_00n);
    await diary.retriesReach(1);
    const job = grant(own, 'job', 1_00n, { priority: 'BACKGROUND' }).then(() => answers.push('job'));
    await diary.waitingAre(1);
    const person = spend(own, 'person', 10_00n).then(() => answers.push('person'));
    await diary.waitingAre(2);
    await letGo();
    await Promise.all([first, job, person]);
    expect(answers).toEqual(['person', 'job']);
  });

  it('share one transaction among all commands on one busy wallet', async () => {
    await openFunded(app, ['busy'], 1_000_00n);
    const { diary, ...own } = withOwnEngine(app);
    const outcomes = await Promise.all(Array.from({ length: 120 }, () => spend(own, 'busy', 5_00n)));
    expect(codesOf(outcomes)).toEqual({ DONE: 120 });
    expect(diary.batches).toEqual([120]);
    expect(diary.retries).toEqual([]);
  });

  it('wait until they are as large as the one under way', async () => {
    const [first, second] = [named('large', 3), named('small', 3)];
    await openFunded(app, [...first, ...second], 100_00n);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let isUnderWay = () => {};
    const underWay = new Promise<void>((resolve) => (isUnderWay = resolve));
    const wallets = new InterruptedStore(app, 'BEFORE', () => (isUnderWay(), held));
    const { diary, ...own } = withOwnEngine(app, {}, { stores: { ...app.stores, wallets } });
    const sent = first.map((id) => spend(own, id, 1_00n));
    await underWay;
    for (const id of second) {
      sent.push(spend(own, id, 1_00n));
      // Both turns of the event loop in which the engine could have taken it.
      await nextTurn();
      await nextTurn();
    }
    await Promise.all(sent.slice(3));
    letGo();
    await Promise.all(sent);
    expect(diary.batches).toEqual([3, 3]);
  });

  it('do not wait for a larger one that has met trouble', async () => {
    const large = named('troubled', 3);
    await openFunded(app, [...large, 'alone'], 100_00n);
    const { diary, ...own } = withOwnEngine(app);
    const letGo = await holdWallet(app, 'troubled-1');
    const sent = large.map((id) => spend(own, id, 1_00n));
    await diary.retriesReach(1);
    await spend(own, 'alone', 1_00n);
    expect(diary.batches).toEqual([1]);
    await letGo();
    await Promise.all(sent);
  });
});
