import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import {
  ResolveConfigVariables,
  setDefaultValue,
} from 'mongodb-memory-server-core/lib/util/resolveConfig.js';
import type { Database } from '../../api/persistence/connection.ts';
import { mongodBinary } from './database.ts';

/** A replica set that fails when it is told to: `configureFailPoint` is a command of test servers only. */
export async function startFailingReplicaSet(): Promise<{ uri: string; stop: () => Promise<void> }> {
  setDefaultValue(ResolveConfigVariables.SYSTEM_BINARY_VERSION_CHECK, 'false');
  const replicaSet = await MongoMemoryReplSet.create({
    binary: { systemBinary: mongodBinary() },
    replSet: {
      count: 1,
      storageEngine: 'wiredTiger',
      args: ['--setParameter', 'enableTestCommands=1', '--wiredTigerCacheSizeGB', '1'],
    },
  });
  const stop = async () => {
    await replicaSet.stop();
  };
  return { uri: replicaSet.getUri(), stop };
}

export interface Failure {
  readonly failCommands: readonly string[];
  /** The connection ends before the command runs. */
  readonly closeConnection?: true;
  /** The command does not run and answers with this error. */
  readonly errorCode?: number;
  /** The command runs, and then the server says that it does not know whether a majority has it. */
  readonly writeConcernError?: { readonly code: number; readonly errmsg: string };
}

/** Makes commands fail, so often or until `stopFailing`. */
export async function fail(
  database: Database,
  data: Failure,
  times: number | 'ALWAYS' = 'ALWAYS',
): Promise<void> {
  const mode = times === 'ALWAYS' ? 'alwaysOn' : { times };
  await admin(database).command({ configureFailPoint: 'failCommand', mode, data });
}

export async function stopFailing(database: Database): Promise<void> {
  await admin(database).command({ configureFailPoint: 'failCommand', mode: 'off' });
}

function admin(database: Database) {
  return database.getClient().db('admin');
}
