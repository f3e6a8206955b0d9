import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { driverOf } from '../../api/persistence/database.ts';
import { awaitedWith, GivenUp } from '../../api/persistence/patience.ts';
import { JournalStore, type EntryFilter } from '../../api/persistence/stores/journal.store.ts';
import { told } from '../support/commands.ts';
import { fail, stopFailing } from '../support/fail-points.ts';
import { startFailingReplicaSet, type SpecialServer } from '../support/special-servers.ts';

const APP = 'journal-pages';
const ALL: EntryFilter = {
  kinds: ['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY', 'REVERSAL', 'HOLD', 'RELEASE'],
  ...{ afterSeq: 0, upToSeq: 1_000 },
};
let replicaSet: SpecialServer;
let database: Database;
let journal: JournalStore;
const commands: string[] = [];

beforeAll(async () => {
  replicaSet = await startFailingReplicaSet();
  const uri = new URL(told(replicaSet.uri));
  uri.searchParams.set('appName', APP);
  database = await connect(String(uri), 'pages');
  journal = new JournalStore(database);
  const entries = Array.from({ length: 20 }, (_, wallet) =>
    Array.from({ length: 30 }, (_, place) => {
      const [walletId, seq] = [`w${wallet}`, place + 1];
      return { _id: `${walletId}:${seq}`, walletId, seq, kind: seq % 10 === 0 ? 'STATUS' : 'DEBIT' };
    }),
  );
  await documents().insertMany(entries.flat());
  await documents().createIndex({ walletId: 1, seq: 1 });
  database.getClient().on('commandStarted', ({ commandName }) => commands.push(commandName));
});
beforeEach(() => void commands.splice(0));
afterEach(() => stopFailing(database));
afterAll(async () => {
  await disconnect(database);
  await replicaSet.stop();
});

function documents() {
  return driverOf(database).collection<{ _id: string }>('wallet_transactions');
}

async function newest(wallet: number, limit: number, from: JournalStore = journal): Promise<string[]> {
  return (await from.range(`w${wallet}`, ALL, 'NEWEST_FIRST', limit)).map(({ id }) => id);
}

function expected(wallet: number, limit: number): string[] {
  const seqs = Array.from({ length: 30 }, (_, place) => 30 - place).filter((seq) => seq % 10 !== 0);
  return seqs.slice(0, limit).map((seq) => `w${wallet}:${seq}`);
}

test('pages of several wallets come with one command, each its own entries in its own order', async () => {
  const oldest = journal.range('w3', { ...ALL, afterSeq: 4 }, 'OLDEST_FIRST', 2);
  const others = [newest(0, 3), newest(1, 25), newest(2, 1), newest(99, 5)];

  expect(await Promise.all(others)).toEqual([expected(0, 3), expected(1, 25), expected(2, 1), []]);
  expect((await oldest).map(({ id }) => id)).toEqual(['w3:5', 'w3:6']);
  expect(commands).toEqual(['aggregate']);
});

test('a page that is asked for alone is found alone', async () => {
  expect(await newest(5, 2)).toEqual(expected(5, 2));
  expect(commands).toEqual(['find']);
});

test('several pages of one wallet are not mixed up, and however many come', async () => {
  const asked = Array.from({ length: 41 }, (_, n) => ({ wallet: n % 20, limit: 1 + (n % 7) }));
  const found = await Promise.all(asked.map(({ wallet, limit }) => newest(wallet, limit)));
  expect(found).toEqual(asked.map(({ wallet, limit }) => expected(wallet, limit)));
  expect(commands.length).toBeLessThanOrEqual(7);
});

test('what leaves out much is not waited for by others', async () => {
  const few = journal.range('w0', { ...ALL, kinds: ['CREDIT'] }, 'NEWEST_FIRST', 5);
  expect(await Promise.all([newest(1, 2), newest(2, 2)])).toEqual([expected(1, 2), expected(2, 2)]);
  expect(await few).toEqual([]);
  expect(commands.sort()).toEqual(['aggregate', 'find']);
});

test.each([
  ['whose connection ends', { closeConnection: true } as const],
  ['that has no time left', { errorCode: 50 }],
  ['that refuses', { errorCode: 13 }],
])('what could not be read together by a server %s is read one by one', async (_what, failure) => {
  await fail(database, { failCommands: ['aggregate'], appName: APP, ...failure }, 1);
  expect(await Promise.all([newest(1, 2), newest(2, 3)])).toEqual([expected(1, 2), expected(2, 3)]);
});

test('who waits no more keeps nobody else from an answer', async () => {
  let isGone = false;
  const leaving = {
    left: () => {
      if (isGone) throw new GivenUp();
      return 5_000;
    },
  };
  const lost = newest(1, 2, new JournalStore(awaitedWith(database, leaving)));
  const others = Promise.all([newest(2, 2), newest(3, 2)]);
  isGone = true;
  await expect(lost).rejects.toThrow(GivenUp);
  expect(await others).toEqual([expected(2, 2), expected(3, 2)]);
});

test('each is told what went wrong with its own page', async () => {
  await fail(database, { failCommands: ['aggregate', 'find'], appName: APP, errorCode: 13 }, 3);
  const asked = await Promise.allSettled([newest(1, 2), newest(2, 3)]);
  expect(asked).toMatchObject([{ reason: { code: 13 } }, { reason: { code: 13 } }]);
});
