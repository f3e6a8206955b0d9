import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startPersistentReplicaSet } from '../../api/database/persistent-replica-set.ts';
import type { RunningReplicaSet } from '../../api/database/types.ts';
import { killMongod, mongodBinary } from '../support/database.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';

const running: RunningReplicaSet[] = [];

afterEach(async () => {
  for (const replicaSet of running.splice(0)) await replicaSet.stop();
});
afterAll(deleteTemporaryFolders);

async function start(dataDirectory: string, said: string[] = []): Promise<RunningReplicaSet> {
  const say = (line: string) => void said.push(line);
  const options = { mongodBinary: mongodBinary(), databaseName: 'shop', dataDirectory, say };
  const replicaSet = await startPersistentReplicaSet(options);
  running.push(replicaSet);
  return replicaSet;
}

/** A program that starts the database on a directory and then waits to be killed. */
async function startInAnotherProgram(dataDirectory: string): Promise<ChildProcess> {
  const words = ['--import', '@swc-node/register/esm-register', 'tests/support/database-owner.ts'];
  const program = spawn(process.execPath, [...words, mongodBinary(), dataDirectory], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(program, 'message');
  return program;
}

async function withCollection<T>(uri: string, use: (wallets: mongoose.Collection) => Promise<T>): Promise<T> {
  const connection = await mongoose.createConnection(uri).asPromise();
  try {
    return await use(connection.collection('wallets'));
  } finally {
    await connection.close();
  }
}

async function configurationVersion(uri: string): Promise<unknown> {
  const connection = await mongoose.createConnection(uri).asPromise();
  try {
    const { config } = await connection.getClient().db('admin').command({ replSetGetConfig: 1 });
    return (config as { version: unknown }).version;
  } finally {
    await connection.close();
  }
}

test('when a program is killed, the next one ends the mongod it left behind and finds all data', async () => {
  const dataDirectory = await temporaryFolder();
  const program = await startInAnotherProgram(dataDirectory);
  const shared = await start(dataDirectory);
  await withCollection(shared.uri, (wallets) => wallets.insertOne({ owner: 'Asha' }));
  program.kill('SIGKILL');
  await once(program, 'close');

  const said: string[] = [];
  const next = await start(dataDirectory, said);

  expect(next.processId).not.toBe(shared.processId);
  expect(said[0]).toBe(`MongoDB: ending process ${shared.processId}, which an earlier run left behind`);
  expect(await withCollection(next.uri, (wallets) => wallets.countDocuments({ owner: 'Asha' }))).toBe(1);
});

test('when mongod itself is killed, what was committed is there after the next start', async () => {
  const dataDirectory = await temporaryFolder();
  const first = await start(dataDirectory);
  await withCollection(first.uri, (wallets) =>
    wallets.insertOne({ owner: 'Asha' }, { writeConcern: { w: 'majority', journal: true } }),
  );
  await killMongod(first);
  await first.stop();

  const next = await start(dataDirectory);

  expect(await withCollection(next.uri, (wallets) => wallets.countDocuments({ owner: 'Asha' }))).toBe(1);
});

test('a start leaves the stored configuration of the replica set alone, which mongod may be changing itself', async () => {
  const dataDirectory = await temporaryFolder();
  const first = await start(dataDirectory);
  const version = await configurationVersion(first.uri);
  await killMongod(first);
  await first.stop();

  const next = await start(dataDirectory);

  expect(await configurationVersion(next.uri)).toBe(version);
});

test('a stranger on the port of the data is named as the reason, with what to do', async () => {
  const dataDirectory = await temporaryFolder();
  const { port, stop } = await start(dataDirectory);
  await stop();
  const stranger = createServer().listen(port, '127.0.0.1');
  await once(stranger, 'listening');

  await expect(start(dataDirectory)).rejects.toThrow(
    `Port ${port}, which the data in ${dataDirectory} belongs to, is taken by another program: ` +
      'stop that program, or delete the directory to start over.',
  );

  stranger.close();
});

test('a damaged note beside the data is reported and not guessed around', async () => {
  const dataDirectory = await temporaryFolder();
  await writeFile(join(dataDirectory, 'replica-set.json'), '{"port":');

  await expect(start(dataDirectory)).rejects.toThrow(
    `${join(dataDirectory, 'replica-set.json')} can't be read: restore it, or delete ${dataDirectory} to start over.`,
  );
});
