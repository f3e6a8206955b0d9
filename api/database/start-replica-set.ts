import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReplicaSetOptions, RunningReplicaSet } from './types.ts';

const REPLICA_SET_NAME = 'wallet';
/** After a crash mongod replays its journal before it listens, which can take a while on a slow disk. */
const LAUNCH_WITHIN_MS = 60_000;

/** A replica set of one member on this machine, ready for transactions. */
export async function startReplicaSet(options: ReplicaSetOptions): Promise<RunningReplicaSet> {
  const dbPath = options.dbPath ?? (await mkdtemp(join(tmpdir(), 'early-bird-wallet-')));
  await mkdir(dbPath, { recursive: true });
  const { MongoMemoryReplSet } = await loadStarter();
  const port = options.port === undefined ? {} : { port: options.port };
  const replicaSet = await MongoMemoryReplSet.create({
    binary: { systemBinary: options.mongodBinary },
    replSet: {
      name: REPLICA_SET_NAME,
      count: 1,
      storageEngine: 'wiredTiger',
      args: mongodArguments(),
      // Ctrl-C reaches every process of the terminal's group. In a group of its own, mongod lives on until the
      // API has finished what it accepted; if the API is killed, the starter's watcher still ends it.
      spawn: { detached: true },
    },
    instanceOpts: [{ ...port, dbPath, launchTimeout: LAUNCH_WITHIN_MS }],
  });
  const instance = replicaSet.servers[0]?.instanceInfo;
  const processId = instance?.instance.mongodProcess?.pid;
  if (instance === undefined || processId === undefined)
    throw new Error('The replica set has no running member.');

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await replicaSet.stop({ doCleanup: false });
    if (options.dbPath === undefined) await rm(dbPath, { recursive: true, force: true });
  };
  return {
    uri: replicaSetUri(instance.port, options.databaseName),
    port: instance.port,
    processId,
    stop: () => (stopping ??= stop()),
  };
}

/** The address of a database on this machine's own replica set. */
export function replicaSetUri(port: number, databaseName: string): string {
  return `mongodb://127.0.0.1:${port}/${databaseName}?replicaSet=${REPLICA_SET_NAME}`;
}

function mongodArguments(): string[] {
  const parameters = ['transactionLifetimeLimitSeconds=15', 'diagnosticDataCollectionEnabled=false'];
  const socket = process.platform === 'win32' ? [] : ['--nounixsocket'];
  return [
    ...parameters.flatMap((parameter) => ['--setParameter', parameter]),
    '--wiredTigerCacheSizeGB',
    '1',
    ...socket,
  ];
}

async function loadStarter() {
  const { ResolveConfigVariables, setDefaultValue } =
    await import('mongodb-memory-server-core/lib/util/resolveConfig.js');
  const { resetPortsCache } = await import('mongodb-memory-server-core/lib/util/getport/index.js');
  // Any version from 6.0 on will do, so a warning that it is not the one the starter would have downloaded is noise.
  setDefaultValue(ResolveConfigVariables.SYSTEM_BINARY_VERSION_CHECK, 'false');
  // The starter avoids a port it used seconds ago and takes another one, on which stored data would not start again.
  resetPortsCache();
  return import('mongodb-memory-server-core');
}
