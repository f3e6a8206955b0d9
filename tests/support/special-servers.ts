import { MongoMemoryReplSet, MongoMemoryServer } from 'mongodb-memory-server-core';
import {
  ResolveConfigVariables,
  setDefaultValue,
} from 'mongodb-memory-server-core/lib/util/resolveConfig.js';
import { mongodBinary } from './database.ts';

export interface SpecialServer {
  readonly uri: string;
  stop(): Promise<void>;
}

/** A replica set that fails when it is told to: `configureFailPoint` is a command of test servers only. */
export async function startFailingReplicaSet(): Promise<SpecialServer> {
  const args = ['--setParameter', 'enableTestCommands=1', '--wiredTigerCacheSizeGB', '1'];
  const replicaSet = await MongoMemoryReplSet.create({
    binary: binary(),
    replSet: { count: 1, storageEngine: 'wiredTiger', args },
  });
  return { uri: replicaSet.getUri(), stop: async () => void (await replicaSet.stop()) };
}

/** A server that belongs to no replica set, and so has no transactions. */
export async function startLonelyServer(): Promise<SpecialServer> {
  const server = await MongoMemoryServer.create({ binary: binary() });
  return { uri: server.getUri(), stop: async () => void (await server.stop()) };
}

/** Any version will do, so a warning that it is not the one the starter would have downloaded is noise. */
function binary(): { systemBinary: string } {
  setDefaultValue(ResolveConfigVariables.SYSTEM_BINARY_VERSION_CHECK, 'false');
  return { systemBinary: mongodBinary() };
}
