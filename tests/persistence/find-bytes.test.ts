import { mongoose } from '@typegoose/typegoose';
import { awaitedWith, GivenUp } from '../../api/persistence/patience.ts';
import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { driverOf } from '../../api/persistence/database.ts';
import { findBytes } from '../../api/persistence/find-bytes.ts';
import { fail, stopFailing } from '../support/fail-points.ts';
import { startFailingReplicaSet, type SpecialServer } from '../support/special-servers.ts';

const APP = 'find-bytes';
let replicaSet: SpecialServer;
let database: Database;

beforeAll(async () => {
  replicaSet = await startFailingReplicaSet();
  const uri = new URL(replicaSet.uri);
  uri.searchParams.set('appName', APP);
  database = await connect(String(uri), 'bytes');
  const small = Array.from({ length: 60 }, (_, number) => ({ _id: number, half: number % 2 }));
  await documents('small').insertMany(small);
});
afterEach(() => stopFailing(database));
afterAll(async () => {
  await disconnect(database);
  await replicaSet.stop();
});

function documents(name: string) {
  return driverOf(database).collection<{ _id: number; half: number; text?: string }>(name);
}

function idsOf(found: readonly Buffer[]): unknown[] {
  return found.map((bytes) => mongoose.mongo.BSON.deserialize(bytes)['_id']);
}

async function odd(from: Database = database): Promise<unknown[]> {
  const options = { limit: 3, sort: { _id: -1 } as const };
  return idsOf(await findBytes(from, documents('small'), { half: 1 }, options));
}

test('finds what the filter lets through, in its order, as far as the limit', async () => {
  expect(await odd()).toEqual([59, 57, 55]);
});

test('finds all, also what one answer cannot hold', async () => {
  const text = 'x'.repeat(1_000_000);
  const large = Array.from({ length: 20 }, (_, number) => ({ _id: number, half: 0, text }));
  await documents('large').insertMany(large);
  const found = await findBytes(database, documents('large'), {}, { limit: 20, sort: { _id: 1 } });
  expect(idsOf(found)).toEqual(large.map(({ _id }) => _id));
});

test.each([
  ['whose connection ends', { closeConnection: true } as const],
  ['that steps down', { errorCode: 189 }],
])('asks again after a server %s', async (_what, failure) => {
  await fail(database, { failCommands: ['find'], appName: APP, ...failure }, 1);
  expect(await odd()).toEqual([59, 57, 55]);
});

test('says what else went wrong', async () => {
  await fail(database, { failCommands: ['find'], appName: APP, errorCode: 13 }, 1);
  await expect(odd()).rejects.toMatchObject({ code: 13 });
});

test('does not begin what nobody waits for, nor ask twice for what takes too long', async () => {
  const gone = {
    left: () => {
      throw new GivenUp();
    },
  };
  await expect(odd(awaitedWith(database, gone))).rejects.toThrow(GivenUp);
  await fail(database, { failCommands: ['find'], appName: APP, errorCode: 50 }, 1);
  await expect(odd(awaitedWith(database, { left: () => 5_000 }))).rejects.toMatchObject({ code: 50 });
});
