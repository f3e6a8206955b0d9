import { OutcomeUnknown, TryAgain } from '../../api/ledger/errors.ts';
import { BulkCreditStore } from '../../api/persistence/stores/bulk-credit.store.ts';
import { bulkAddCredits } from '../../api/services/bulk-add-credits.ts';
import { recordPurchase } from '../../api/services/record-purchase.ts';
import { bulkOf, bulkRow, done, names, openWallets, tallyOf } from '../support/acts.ts';
import { callerOf, freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { damageIn, storedWallet } from '../support/check-journal.ts';
import { withOwnEngine } from '../support/engine.ts';
import { fail, stopFailing, type Failure } from '../support/fail-points.ts';
import { startFailingReplicaSet, type SpecialServer } from '../support/special-servers.ts';
import { openFunded, spend } from '../support/spending.ts';

let replicaSet: SpecialServer;
let app: TestApp;

beforeAll(async () => {
  replicaSet = await startFailingReplicaSet();
  app = await openTestApp({ uri: replicaSet.uri, name: 'failing' });
});
afterEach(async () => {
  await stopFailing(app.database);
  expect(await damageIn(app)).toEqual([]);
});
afterAll(async () => {
  await app.close();
  await replicaSet.stop();
});

const COMMIT = ['commitTransaction'] as const;
/** The commit went through, but nobody can say so. */
const SILENT: Failure = {
  failCommands: COMMIT,
  writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' },
};
/** The commit never arrived, but nobody can say so. */
const LOST: Failure = { failCommands: COMMIT, closeConnection: true };

describe('a commit of which the database does not say whether it happened', () => {
  it.each([
    ['is answered as done when asking again finds that it was', SILENT],
    ['is answered as done when asking again does it', LOST],
  ])('%s', async (name, failure) => {
    await openFunded(app, [name], 100_00n);
    const { diary, ...own } = withOwnEngine(app);
    await fail(app.database, failure, 3);
    expect(await spend(own, name, 30_00n)).toMatchObject({ replayed: false, wallet: { balance: 70_00n } });
    expect(diary.retries).toEqual([]);
    expect(await storedWallet(app, name)).toMatchObject({ balance: 70_00n, seq: 3 });
  });

  it.each([
    ['done', SILENT, { replayed: true }],
    ['not done', LOST, { replayed: false }],
  ])(
    'is answered as unknown at the deadline, and the same key settles it: %s',
    async (name, failure, answer) => {
      await openFunded(app, [name], 100_00n);
      const own = withOwnEngine(app, { deadlineMs: 400 });
      const key = freshKey('unknown');
      await fail(app.database, failure);
      await expect(spend(own, name, 60_00n, key)).rejects.toThrow(OutcomeUnknown);
      await stopFailing(app.database);
      expect(await spend(app, name, 60_00n, key)).toMatchObject(answer);
      expect(await spend(own, name, 60_00n, key)).toMatchObject({
        replayed: true,
        wallet: { balance: 40_00n },
      });
      expect(await storedWallet(app, name)).toMatchObject({ balance: 40_00n, seq: 3 });
    },
  );

  it('is answered as unknown to everybody in the batch', async () => {
    const ids = ['batch-a', 'batch-b', 'batch-c'];
    await openFunded(app, ids, 100_00n);
    const own = withOwnEngine(app, { deadlineMs: 400 });
    const keys = ids.map((id) => freshKey(id));
    await fail(app.database, SILENT);
    const sent = await Promise.allSettled(ids.map((id, n) => spend(own, id, 1_00n, keys[n])));
    for (const { status, ...outcome } of sent) {
      expect({ status, ...outcome }).toMatchObject({
        status: 'rejected',
        reason: expect.any(OutcomeUnknown),
      });
    }
    await stopFailing(app.database);
    const again = await Promise.all(ids.map((id, n) => spend(own, id, 1_00n, keys[n])));
    for (const outcome of again) expect(outcome).toMatchObject({ replayed: true });
  });
});

/** Bulk credits that the database loses the word on when they are saved the second time, after the deadline. */
class LosingStore extends BulkCreditStore {
  #saved = 0;

  constructor(readonly lose: () => Promise<void>) {
    super(app.database);
  }

  override async save(...given: Parameters<BulkCreditStore['save']>): Promise<void> {
    await super.save(...given);
    this.#saved += 1;
    if (this.#saved === 2) await this.lose();
  }
}

describe('a bulk credit of whose second part the database does not say whether it happened', () => {
  it.each([
    ['done', SILENT, 400],
    ['not done', LOST, 200],
  ] as const)('says so row by row, and is completed under its key: %s', async (name, failure, written) => {
    const ids = names(`bulk-${name.replace(' ', '-')}`, 500);
    await openWallets(app, ids);
    let now = 0;
    const lose = async () => {
      now += 1_000_000;
      await fail(app.database, failure);
    };
    const stores = { ...app.stores, bulkCredits: new LosingStore(lose) };
    const own = withOwnEngine(app, {}, { stores, elapsed: () => now });
    const asked = bulkOf(
      ids.map((id) => bulkRow(id)),
      'VALID_ROWS',
    );
    const { rows } = await done(bulkAddCredits(own, callerOf('ADMIN'), asked));
    await stopFailing(app.database);
    expect(tallyOf(rows.flatMap((row) => row ?? []))).toEqual({
      ...{ DONE: 200, OUTCOME_UNKNOWN: 200, TRY_AGAIN: 100 },
    });
    const again = await done(bulkAddCredits(app, callerOf('ADMIN'), asked));
    expect(tallyOf(again.rows.flatMap((row) => row ?? []))).toEqual({
      ...{ REPLAYED: written, DONE: 500 - written },
    });
    for (const { balance } of (await app.stores.wallets.load(ids)).values()) expect(balance).toBe(10_00n);
  });
});

describe('a database that fails before the commit', () => {
  it.each<[string, Failure]>([
    ['loses the connection on a read', { failCommands: ['find'], closeConnection: true }],
    ['loses the connection on a write', { failCommands: ['insert', 'update'], closeConnection: true }],
    ['steps down on a read', { failCommands: ['find'], errorCode: 11_602 }],
    ['is shutting down on a read', { failCommands: ['find'], errorCode: 11_600 }],
    ['is not primary on a write', { failCommands: ['update'], errorCode: 10_107 }],
  ])('and %s is asked again until it works', async (name, failure) => {
    await openFunded(app, [name], 100_00n);
    const { diary, ...own } = withOwnEngine(app);
    await fail(app.database, failure, 5);
    expect(await spend(own, name, 30_00n)).toMatchObject({ replayed: false });
    expect(diary.retries).not.toEqual([]);
  });

  it('has changed nothing when the deadline passes', async () => {
    await openFunded(app, ['never'], 100_00n);
    const own = withOwnEngine(app, { deadlineMs: 400 });
    await fail(app.database, { failCommands: ['insert'], closeConnection: true });
    const sent = spend(own, 'never', 30_00n);
    await expect(sent).rejects.toThrow(TryAgain);
    await expect(sent).rejects.toThrow('the database did not answer in time');
    await stopFailing(app.database);
    expect(await storedWallet(app, 'never')).toMatchObject({ balance: 100_00n, seq: 2 });
  });
});

describe('connections that break together while something beside the wallet is written', () => {
  it('are tried again, each with all that belongs to it', async () => {
    const ids = Array.from({ length: 8 }, (_, n) => `shopper-${n}`);
    await openFunded(app, ids, 100_00n);
    const own = withOwnEngine(app, { batchSize: 1, batchesInFlight: ids.length });
    await fail(app.database, { failCommands: ['insert'], closeConnection: true }, 2 * ids.length);
    const recorded = await Promise.all(
      ids.map((customerId) => {
        const order = { orderId: `order-of-${customerId}`, customerId, amount: 80_00n };
        return recordPurchase(own, callerOf('STAFF'), { ...order, purchasedAt: app.now() });
      }),
    );
    expect(recorded.map((answer) => 'replayed' in answer && answer.replayed)).toEqual(ids.map(() => false));
    for (const id of ids) expect(await storedWallet(app, id)).toMatchObject({ balance: 100_00n, seq: 3 });
  });
});
