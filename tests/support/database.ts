import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import mongoose from 'mongoose';
import { startReplicaSet } from '../../api/database/start-replica-set.ts';
import type { RunningReplicaSet } from '../../api/database/types.ts';

export interface TestDatabase {
  uri: string;
  name: string;
}

/**
 * A fresh, empty database for the test file that calls this at its top, on the replica set all files share.
 * It is dropped after the file's tests.
 */
export function openTestDatabase(): TestDatabase {
  const database = freshDatabase();
  afterAll(() => dropDatabase(database));
  return database;
}

/** A name for a database that nobody uses, for what several files share. The caller drops it. */
export function freshDatabase(): TestDatabase {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const address = new URL(fromEnvironment('TEST_MONGODB_URI'));
  address.pathname = `/${name}`;
  return { uri: address.href, name };
}

/**
 * A replica set of the caller's own, for tests that stop or kill a mongod. To start it again with its data,
 * give the same `dbPath` and `port`. The caller stops it.
 */
export function startOwnReplicaSet(
  place: { dbPath?: string; port?: number } = {},
): Promise<RunningReplicaSet> {
  const isInitiated = place.port !== undefined;
  return startReplicaSet({ mongodBinary: mongodBinary(), databaseName: 'test', isInitiated, ...place });
}

/** Ends a mongod as a power cut would, and returns when it is gone. */
export async function killMongod({ processId }: RunningReplicaSet): Promise<void> {
  process.kill(processId, 'SIGKILL');
  while (exists(processId)) await delay(10);
}

/** The mongod of this run, for programs that a test starts. */
export function mongodBinary(): string {
  return fromEnvironment('TEST_MONGOD_BINARY');
}

export async function dropDatabase({ uri }: TestDatabase): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

function exists(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

function fromEnvironment(name: 'TEST_MONGODB_URI' | 'TEST_MONGOD_BINARY'): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run the tests through jest's own configuration.`);
  return value;
}
