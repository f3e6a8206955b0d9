import { WalletMemory } from '../../api/ledger/wallet-memory.ts';
import { freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { damageIn, storedWallet } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { withOwnEngine, type OwnEngine } from '../support/engine.ts';
import { InterruptedStore } from '../support/interrupted-store.ts';
import { grant, openFunded, spend } from '../support/spending.ts';

const at = openTestDatabase();
let app: TestApp;
let ours: OwnEngine;
let theirs: OwnEngine;

beforeAll(async () => (app = await openTestApp(at)));
beforeEach(() => {
  ours = withOwnEngine(app);
  theirs = withOwnEngine(app);
});
afterEach(async () => expect(await damageIn(app)).toEqual([]));
afterAll(() => app.close());

describe('an engine that remembers a wallet which another process has changed since', () => {
  it('writes on the wallet as it is', async () => {
    await openFunded(app, ['moved-on'], 100_00n);
    await spend(ours, 'moved-on', 10_00n);
    await spend(theirs, 'moved-on', 20_00n);
    const outcome = await spend(ours, 'moved-on', 30_00n);
    expect(outcome).toMatchObject({ wallet: { balance: 40_00n }, entry: { seq: 5, balanceAfter: 40_00n } });
    expect(ours.diary.retries).toEqual(['STALE_READ']);
  });

  it('refuses nothing that the wallet as it is allows', async () => {
    await openFunded(app, ['richer'], 10_00n);
    await spend(ours, 'richer', 5_00n);
    await grant(theirs, 'richer', 100_00n);
    expect(await spend(ours, 'richer', 80_00n)).toMatchObject({
      replayed: false,
      wallet: { balance: 25_00n },
    });
  });

  it('says in a refusal what the wallet holds now', async () => {
    await openFunded(app, ['poorer'], 100_00n);
    await spend(ours, 'poorer', 10_00n);
    await spend(theirs, 'poorer', 60_00n);
    const refused = { code: 'INSUFFICIENT_FUNDS', available: 30_00n, shortBy: 1_00n };
    expect(await spend(ours, 'poorer', 31_00n)).toEqual({ refused });
  });

  it('writes nothing where it remembers credits that are gone', async () => {
    await openFunded(app, ['emptied'], 100_00n);
    await spend(ours, 'emptied', 10_00n);
    await spend(theirs, 'emptied', 90_00n);
    const refused = { code: 'INSUFFICIENT_FUNDS', available: 0n, shortBy: 20_00n };
    expect(await spend(ours, 'emptied', 20_00n)).toEqual({ refused });
    expect(ours.diary.retries).toEqual(['STALE_READ']);
  });

  it.each([
    ['although it could be paid again', 20_00n],
    ['although nothing is left to pay it again', 90_00n],
  ])('gives the first answer to a key that has acted there, %s', async (name, amount) => {
    await openFunded(app, [name], 100_00n);
    await spend(ours, name, 10_00n);
    const key = freshKey('elsewhere');
    const first = await spend(theirs, name, amount, key);
    const again = await spend(ours, name, amount, key);
    expect(again).toEqual({ ...first, replayed: true });
    expect(await spend(ours, name, amount + 1n, key)).toMatchObject({
      refused: { code: 'IDEMPOTENCY_CONFLICT' },
    });
  });

  it('does not burden the others in its batch', async () => {
    const ids = ['neighbour-a', 'neighbour-b', 'neighbour-c'];
    await openFunded(app, ids, 100_00n);
    await Promise.all(ids.map((id) => spend(ours, id, 10_00n)));
    await spend(theirs, 'neighbour-b', 10_00n);
    const outcomes = await Promise.all(ids.map((id) => spend(ours, id, 10_00n)));
    expect(outcomes.map((outcome) => 'wallet' in outcome && outcome.wallet.balance)).toEqual([
      80_00n,
      70_00n,
      80_00n,
    ]);
  });
});

describe('a key that acts in another process while this one reads', () => {
  it.each(['BEFORE', 'AFTER'] as const)(
    'is answered alike, with a wallet that knows of it: %s the wallet is read',
    async (when) => {
      const id = `interrupted-${when}`;
      await openFunded(app, [id], 100_00n);
      const key = freshKey('meanwhile');
      const wallets = new InterruptedStore(app, when, () => spend(theirs, id, 80_00n, key));
      const own = withOwnEngine(app, {}, { stores: { ...app.stores, wallets } });
      expect(await spend(own, id, 80_00n, key)).toMatchObject({
        replayed: true,
        wallet: { balance: 20_00n },
      });
      expect(await storedWallet(app, id)).toMatchObject({ balance: 20_00n, seq: 3 });
    },
  );
});

describe('the memory', () => {
  it('holds so many lots and lets go of the wallets unused for longest', async () => {
    await openFunded(app, ['model'], 1_00n);
    const model = await storedWallet(app, 'model');
    const lots = Array.from({ length: 992 }, () => model.lots[0] as (typeof model.lots)[number]);
    const ids = Array.from({ length: 201 }, (_, n) => `large-${n}`);
    const memory = new WalletMemory();
    memory.keep(ids.map((id) => ({ ...model, id, lots })));
    expect([...memory.recall(ids).keys()]).toEqual(ids.slice(1));
    memory.keep([
      { ...model, id: 'large-1', lots },
      { ...model, id: 'large-201', lots },
    ]);
    expect([...memory.recall(['large-1', 'large-2', 'large-201']).keys()]).toEqual(['large-1', 'large-201']);
    memory.forget(['large-1']);
    expect(memory.recall(['large-1']).size).toBe(0);
  });

  it('holds so many wallets, also when they hold nothing', async () => {
    await openFunded(app, ['empty'], 1_00n);
    const model = await storedWallet(app, 'empty');
    const memory = new WalletMemory();
    const ids = Array.from({ length: 30_000 }, (_, n) => `empty-${n}`);
    memory.keep(ids.map((id) => ({ ...model, id, lots: [] })));
    const kept = memory.recall(ids).size;
    expect(kept).toBeGreaterThan(20_000);
    expect(kept).toBeLessThanOrEqual(25_000);
  });

  it('rests for longer each time it is out of date, and comes back', async () => {
    await openFunded(app, ['rested'], 1_00n);
    const memory = new WalletMemory();
    memory.keep([await storedWallet(app, 'rested')]);
    const restsFor = () => {
      let batches = 0;
      for (; memory.recall(['rested']).size === 0; batches += 1) memory.proved();
      return batches;
    };
    expect(restsFor()).toBe(0);
    const rests = Array.from({ length: 10 }, () => {
      memory.failed();
      return restsFor();
    });
    expect(rests).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 256]);
    for (let batch = 0; batch < 10; batch += 1) memory.proved();
    memory.failed();
    expect(restsFor()).toBe(1);
  });
});
