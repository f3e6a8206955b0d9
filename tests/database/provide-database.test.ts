import mongoose from 'mongoose';
import { provideDatabase } from '../../api/database/provide-database.ts';
import { releaseData } from '../../api/database/release-data.ts';
import type { ProvidedDatabase, ProvideDatabaseOptions } from '../../api/database/types.ts';
import { mongodBinary } from '../support/database.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';

const running: ProvidedDatabase[] = [];
const connections: mongoose.Connection[] = [];

afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.close();
  for (const database of running.splice(0).reverse()) await database.stop();
});
afterAll(deleteTemporaryFolders);

async function provide(options: Partial<ProvideDatabaseOptions> = {}): Promise<ProvidedDatabase> {
  const cacheDirectory = await temporaryFolder();
  const say = () => undefined;
  const database = await provideDatabase({
    mongodBinary: mongodBinary(),
    databaseName: 'shop',
    cacheDirectory,
    say,
    ...options,
  });
  running.push(database);
  return database;
}

async function connect(database: ProvidedDatabase): Promise<mongoose.Connection> {
  const connection = await mongoose.createConnection(database.uri).asPromise();
  connections.push(connection);
  return connection;
}

test('an embedded database commits transactions across collections', async () => {
  const connection = await connect(await provide());

  await connection.transaction(async (session) => {
    await connection.collection('wallets').insertOne({ paise: 500n }, { session });
    await connection.collection('entries').insertOne({ paise: 500n }, { session });
  });

  expect(await connection.collection('wallets').countDocuments()).toBe(1);
  expect(await connection.collection('entries').countDocuments()).toBe(1);
});

test('an embedded database rolls back what an aborted transaction wrote', async () => {
  const connection = await connect(await provide());

  const refused = connection.transaction(async (session) => {
    await connection.collection('wallets').insertOne({ paise: 500n }, { session });
    throw new Error('changed my mind');
  });

  await expect(refused).rejects.toThrow('changed my mind');
  expect(await connection.collection('wallets').countDocuments()).toBe(0);
});

test('an embedded database gives up abandoned transactions after fifteen seconds', async () => {
  const connection = await connect(await provide());

  const answer = await connection
    .getClient()
    .db('admin')
    .command({ getParameter: 1, transactionLifetimeLimitSeconds: 1 });

  expect(answer['transactionLifetimeLimitSeconds']).toBe(15);
});

test('data in a directory of its own outlives the database', async () => {
  const dataDirectory = await temporaryFolder();
  const first = await provide({ dataDirectory });
  await (await connect(first)).collection('wallets').insertOne({ owner: 'Asha' });
  await connections.pop()?.close();
  await first.stop();

  const second = await provide({ dataDirectory });

  expect(second.uri).toBe(first.uri);
  expect(await (await connect(second)).collection('wallets').countDocuments({ owner: 'Asha' })).toBe(1);
});

test('two embedded databases at once keep their data apart', async () => {
  const [one, other] = await Promise.all([provide(), provide()]);

  await (await connect(one)).collection('wallets').insertOne({ owner: 'Asha' });

  expect(other.uri).not.toBe(one.uri);
  expect(await (await connect(other)).collection('wallets').countDocuments()).toBe(0);
});

test('a second user of the same directory shares its database and leaves it running', async () => {
  const dataDirectory = await temporaryFolder();
  const first = await provide({ dataDirectory });
  const connection = await connect(first);

  const second = await provide({ dataDirectory });
  await second.stop();

  expect(second.processId).toBe(first.processId);
  await connection.collection('wallets').insertOne({ owner: 'Asha' });
  expect(await connection.collection('wallets').countDocuments()).toBe(1);
});

test('when mongod ends although nobody asked it to, the operator is told how, and what it wrote before', async () => {
  const said: string[] = [];
  const database = await provide({ say: (line) => said.push(line) });
  const told = said.length;

  process.kill(Number(database.processId), 'SIGABRT');
  while (said.length < told + 2) await new Promise(setImmediate);

  expect(said[told]).toBe(
    `MongoDB: process ${String(database.processId)} ended without being asked to (SIGABRT)`,
  );
  expect(said[told + 1]).toContain('Got signal');
});

test('nothing is told of a mongod that was stopped', async () => {
  const said: string[] = [];
  const database = await provide({ say: (line) => said.push(line) });
  const told = said.length;

  await database.stop();

  expect(said.slice(told)).toEqual([]);
});

test('data is released only when no running program uses it', async () => {
  const dataDirectory = await temporaryFolder();
  const database = await provide({ dataDirectory });

  expect(await releaseData(dataDirectory)).toBe(process.pid);

  await database.stop();
  expect(await releaseData(dataDirectory)).toBeUndefined();
});

test('a database the operator names is used as it is, and nothing is searched or started', async () => {
  const said: string[] = [];
  const uri = 'mongodb://db.example.org/shop?replicaSet=shop';

  const database = await provide({ uri, say: (line) => said.push(line) });

  expect(database).toMatchObject({ uri, embedded: false, processId: undefined });
  expect(said).toEqual([]);
});
