import { createWallet } from '../../api/services/create-wallet.ts';
import { saveCustomer } from '../../api/services/save-customer.ts';
import type { UseCase } from '../../api/ledger/use-case.ts';
import { callerOf, freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { damageIn, journalOf, storedWallet } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { holdWallet, withOwnEngine } from '../support/engine.ts';
import { codesOf, grant, openFunded, spend } from '../support/spending.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());
afterEach(async () => expect(await damageIn(app)).toEqual([]));

/** Longer than the validator of the journal lets through. */
const UNWRITABLE = 'x'.repeat(500);

interface Broken {
  readonly walletId: string;
  /** How often it throws before it decides. */
  readonly failures: number;
}

/** Changes the wallet and then throws. */
function brokenUseCase(): UseCase<Broken, void> {
  let thrown = 0;
  return {
    name: 'broken',
    reads: ({ walletId }) => ({ wallets: [walletId] }),
    decide: ({ walletId, failures }, work) => {
      const wallet = work.get('wallets', walletId);
      if (!wallet) throw new Error('There is no such wallet.');
      const status = 'FROZEN' as const;
      const { updatedAt: at, running, balance: balanceAfter } = wallet;
      const place = { id: `${walletId}:${freshKey('broken')}`, walletId, seq: wallet.seq + 1, at, running };
      const told = { actor: callerOf('ADMIN').actor, requestId: 'req', intent: null, reason: 'Broken' };
      work.append({ ...wallet, seq: wallet.seq + 1, status, statusReason: 'Broken', statusSince: at }, [
        { kind: 'STATUS', ...place, ...told, balanceAfter, status, previous: 'ACTIVE' },
      ]);
      thrown += 1;
      if (thrown <= failures) throw new Error('This decision is broken.');
    },
  };
}

describe('a command that cannot be carried out', () => {
  it('fails alone when its decision throws, and leaves nothing behind', async () => {
    await openFunded(app, ['sound', 'broken'], 100_00n);
    const { diary, ...own } = withOwnEngine(app);
    const sound = spend(own, 'sound', 10_00n);
    const broken = own.engine.submit(brokenUseCase(), { walletId: 'broken', failures: Infinity });
    const behind = spend(own, 'broken', 10_00n);
    await expect(broken).rejects.toThrow('This decision is broken.');
    expect(codesOf([await sound, await behind])).toEqual({ DONE: 2 });
    expect(diary.batches).toEqual([3]);
    expect(await storedWallet(app, 'broken')).toMatchObject({ status: 'ACTIVE', balance: 90_00n, seq: 3 });
  });

  it('is told what became of it in the end when its batch has to be decided again', async () => {
    await openFunded(app, ['contended', 'once'], 100_00n);
    const { diary, ...own } = withOwnEngine(app);
    const letGo = await holdWallet(app, 'contended');
    const contended = spend(own, 'contended', 10_00n);
    const broken = own.engine.submit(brokenUseCase(), { walletId: 'once', failures: 1 });
    await diary.retriesReach(1);
    await letGo();
    await Promise.all([contended, broken]);
    expect(await storedWallet(app, 'once')).toMatchObject({ status: 'FROZEN', seq: 3 });
  });

  it('fails alone when the database refuses to write it', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `writable-${n}`);
    await openFunded(app, [...ids, 'unwritable'], 100_00n);
    const own = withOwnEngine(app);
    const before = ids.slice(0, 13).map((id) => spend(own, id, 10_00n));
    const refused = grant(own, 'unwritable', 10_00n, { reason: UNWRITABLE });
    const after = ids.slice(13).map((id) => spend(own, id, 10_00n));
    await expect(refused).rejects.toThrow('Document failed validation');
    expect(codesOf(await Promise.all([...before, ...after]))).toEqual({ DONE: 20 });
    expect(await storedWallet(app, 'unwritable')).toMatchObject({ balance: 100_00n, seq: 2 });
    expect(await journalOf(app, 'unwritable')).toHaveLength(2);
  });

  it('does not harm what comes after it on the same wallet', async () => {
    await openFunded(app, ['same'], 100_00n);
    const own = withOwnEngine(app);
    const sent = [
      spend(own, 'same', 10_00n),
      grant(own, 'same', 10_00n, { reason: UNWRITABLE }),
      spend(own, 'same', 90_00n),
    ];
    const settled = await Promise.allSettled(sent);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await storedWallet(app, 'same')).toMatchObject({ balance: 0n, seq: 4 });
  });

  it('answers a lost referral code of another wallet by asking to try again, and opens it then', async () => {
    await openFunded(app, ['coded'], 100_00n);
    const { referralCode } = await storedWallet(app, 'coded');
    await saveCustomer(app, callerOf('STAFF'), {
      id: 'unlucky',
      name: 'Unlucky',
      email: null,
      phone: null,
      language: null,
    });
    const own = withOwnEngine(app, { maxAttempts: 3 });
    const input = { customerId: 'unlucky', idempotencyKey: freshKey('open') };
    const unlucky = { ...own, ids: { ...own.ids, referralCode: () => referralCode } };
    await expect(createWallet(unlucky, callerOf('ADMIN'), input)).rejects.toThrow(
      'This call changed nothing',
    );
    expect(await createWallet(own, callerOf('ADMIN'), input)).toMatchObject({ replayed: false });
  });
});
