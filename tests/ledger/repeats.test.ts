import { freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { damageIn } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { keyedEntryId } from '../../api/services/idempotency.ts';
import { withOwnEngine } from '../support/engine.ts';
import { InterruptedStore } from '../support/interrupted-store.ts';
import { codesOf, openFunded, spend } from '../support/spending.ts';
import type { UseCase } from '../../api/ledger/use-case.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());
afterEach(async () => expect(await damageIn(app)).toEqual([]));

const WALLETS = Array.from({ length: 20 }, (_, n) => `wallet-${n}`);

describe('a repeat among others', () => {
  beforeAll(() => openFunded(app, WALLETS, 100_00n));

  it('aborts nothing where this process has done it', async () => {
    const { diary, ...own } = withOwnEngine(app);
    for (let batch = 0; batch < 70; batch += 1) await spend(own, 'wallet-0', 1n);
    const keys = WALLETS.map((id) => freshKey(id));
    await Promise.all(WALLETS.map((id, n) => spend(own, id, 1_00n, keys[n])));
    const again = WALLETS.map((id, n) => spend(own, id, 1_00n, n % 4 === 0 ? keys[n] : freshKey(id)));
    expect(codesOf(await Promise.all(again))).toEqual({ DONE: 15, REPLAYED: 5 });
    expect(diary.retries).toEqual([]);
  });

  it('aborts nothing in a process that has just begun', async () => {
    const keys = WALLETS.map((id) => freshKey(id));
    await Promise.all(WALLETS.map((id, n) => spend(app, id, 1_00n, keys[n])));
    const { diary, ...own } = withOwnEngine(app);
    const again = WALLETS.map((id, n) => spend(own, id, 1_00n, n % 4 === 0 ? keys[n] : freshKey(id)));
    expect(codesOf(await Promise.all(again))).toEqual({ DONE: 15, REPLAYED: 5 });
    expect(diary.retries).toEqual([]);
  });
});

describe('a preview', () => {
  it('reads again when a wallet moves between its reads', async () => {
    await openFunded(app, ['moving'], 100_00n);
    const key = freshKey('moving');
    const wallets = new InterruptedStore(app, 'AFTER', () => spend(app, 'moving', 60_00n, key));
    const { engine } = withOwnEngine(app, {}, { stores: { ...app.stores, wallets } });
    const balance: UseCase<null, bigint | undefined> = {
      name: 'look',
      reads: () => ({ wallets: ['moving'], entries: [keyedEntryId('moving', key)] }),
      decide: (_, work) => work.get('wallets', 'moving')?.balance,
    };
    expect(await engine.preview(balance, null)).toBe(40_00n);
  });
});
