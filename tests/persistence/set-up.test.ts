import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { openTestDatabase } from '../support/database.ts';

const at = openTestDatabase();
let database: Database;

beforeAll(async () => (database = await connect(at.uri, at.name)));
beforeEach(() => database.dropDatabase());
afterAll(() => disconnect(database));

function driver() {
  return database.getClient().db(at.name);
}

/** Everything that set-up is there for: collections with validators and indexes. */
async function standing(): Promise<unknown[]> {
  const collections = await driver().listCollections().toArray();
  const names = collections.map(({ name }) => name).sort();
  return Promise.all(
    names.map(async (name) => {
      const { options } = collections.find((collection) => collection.name === name) as { options?: object };
      return { name, options, indexes: await driver().collection(name).indexes() };
    }),
  );
}

/** A transaction that nobody ends, as a killed process leaves one. */
async function leftOpen() {
  const session = database.getClient().startSession();
  session.startTransaction();
  for (const name of ['customer_wallets', 'wallet_transactions']) {
    await driver().collection(name).deleteMany({}, { session });
  }
  return session;
}

/** Whether a validator waits for its turn to be changed. */
async function isChanging(): Promise<boolean> {
  const waiting = { ns: `${at.name}.$cmd`, waitingForLock: true };
  const { inprog } = await database
    .getClient()
    .db('admin')
    .command({ currentOp: 1, ...waiting });
  return (inprog as unknown[]).length > 0;
}

describe('set-up', () => {
  it('finds everything in place when it runs a second time', async () => {
    await setUp(database);
    const first = await standing();
    await setUp(database);
    expect(await standing()).toEqual(first);
    expect(first.length).toBeGreaterThan(3);
  });

  it('may run in several processes at once', async () => {
    const others = await Promise.all([1, 2, 3].map(() => connect(at.uri, at.name)));
    await Promise.all([database, ...others].map((one) => setUp(one)));
    await Promise.all(others.map(disconnect));
    const at4 = await standing();
    await database.dropDatabase();
    await setUp(database);
    expect(at4).toEqual(await standing());
  });

  it('waits for nobody when everything is in place, not for what a killed process left open either', async () => {
    await setUp(database);
    const left = await leftOpen();
    await setUp(database);
    expect(left.inTransaction()).toBe(true);
    await left.endSession();
  });

  it('changes a validator once what was left open is over', async () => {
    await setUp(database);
    const before = await standing();
    await driver().command({ collMod: 'customer_wallets', validator: {} });
    const left = await leftOpen();
    const changed = setUp(database);
    while (!(await isChanging())) continue;
    await left.endSession();
    await changed;
    expect(new Set(await standing())).toEqual(new Set(before));
  });

  it('puts back a validator that was loosened and an index that was dropped', async () => {
    await setUp(database);
    const before = await standing();
    await driver().command({ collMod: 'customer_wallets', validator: {}, validationAction: 'warn' });
    await driver().collection('wallet_transactions').dropIndex('walletId_seq');
    await setUp(database);
    expect(new Set(await standing())).toEqual(new Set(before));
  });

  it('says which index is not what it has to be, and what to do', async () => {
    await driver()
      .collection('wallet_transactions')
      .createIndex({ walletId: 1, seq: 1 }, { name: 'walletId_seq' });
    await expect(setUp(database)).rejects.toThrow(
      'The index walletId_seq of wallet_transactions is missing or differs. Drop it and start again.',
    );
  });

  it('says when the data itself stands against a unique index', async () => {
    const twins = [{ _id: 'a' }, { _id: 'b' }].map((place) => ({ ...place, walletId: 'w', seq: 1 }));
    await driver().collection<{ _id: string }>('wallet_transactions').insertMany(twins);
    await expect(setUp(database)).rejects.toThrow(
      'Two documents of wallet_transactions have the same walletId, seq, of which there may be one only. Repair the data and start again.',
    );
  });

  it.each(['wallet_transactions', 'customer_wallets'])(
    'refuses an index that deletes from %s',
    async (name) => {
      await driver().collection(name).createIndex({ at: 1 }, { name: 'forget', expireAfterSeconds: 60 });
      await expect(setUp(database)).rejects.toThrow(
        `The index forget of ${name} deletes money records after a time. Drop it and start again.`,
      );
    },
  );
});
