import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellOfAnEarlyEnd } from './early-end.ts';
import type { ReplicaSetOptions, RunningReplicaSet } from './types.ts';

const REPLICA_SET_NAME = 'wallet';
/** After a crash mongod replays its journal before it listens, which can take a while on a slow disk. */
const LAUNCH_WITHIN_MS = 60_000;
/**
 * Ctrl-C reaches every process of the terminal's group. In a group of its own, mongod lives on until the API has
 * finished what it accepted; if the API is killed, the starter's watcher still ends it.
 */
const SPAWN = { detached: true };

/** A replica set of one member on this machine, ready for transactions. */
export async function startReplicaSet(options: ReplicaSetOptions): Promise<RunningReplicaSet> {
  const dbPath = options.dbPath ?? (await mkdtemp(join(tmpdir(), 'early-bird-wallet-')));
  await mkdir(dbPath, { recursive: true });
  const starter = await loadStarter();
  const begin = options.isInitiated === true ? resume : initiate;
  const { instance, port, stopInstance } = await begin(starter, options, dbPath);
  const mongod = instance.mongodProcess;
  if (mongod?.pid === undefined) throw new Error('The replica set has no running member.');

  let stopping: Promise<void> | undefined;
  tellOfAnEarlyEnd(mongod, () => stopping !== undefined, options.say ?? (() => undefined));
  const stop = async () => {
    await stopInstance();
    if (options.dbPath === undefined) await rm(dbPath, { recursive: true, force: true });
  };
  return {
    uri: replicaSetUri(port, options.databaseName),
    port,
    processId: mongod.pid,
    stop: () => (stopping ??= stop()),
  };
}

type Starter = Awaited<ReturnType<typeof loadStarter>>;

interface Member {
  instance: InstanceType<Starter['MongoInstance']>;
  port: number;
  stopInstance(): Promise<unknown>;
}

/** Makes a new set of one. */
async function initiate(starter: Starter, options: ReplicaSetOptions, dbPath: string): Promise<Member> {
  const replicaSet = await starter.MongoMemoryReplSet.create({
    binary: { systemBinary: options.mongodBinary },
    replSet: {
      name: REPLICA_SET_NAME,
      count: 1,
      storageEngine: 'wiredTiger',
      args: mongodArguments(),
      spawn: SPAWN,
    },
    instanceOpts: [{ ...portOf(options), dbPath, launchTimeout: LAUNCH_WITHIN_MS }],
  });
  return member(replicaSet.servers[0]?.instanceInfo, () => replicaSet.stop({ doCleanup: false }));
}

/**
 * Starts the member of a set that exists. It elects itself by what is stored. To make the set again, as the starter
 * would, means to force the stored configuration on it, and mongod refuses that in the moments after an election.
 */
async function resume(starter: Starter, options: ReplicaSetOptions, dbPath: string): Promise<Member> {
  const server = await starter.MongoMemoryServer.create({
    binary: { systemBinary: options.mongodBinary },
    instance: {
      ...portOf(options),
      ...{ dbPath, replSet: REPLICA_SET_NAME, storageEngine: 'wiredTiger' },
      ...{ args: mongodArguments(), launchTimeout: LAUNCH_WITHIN_MS, portGeneration: false },
    },
    spawn: SPAWN,
  });
  const resumed = member(server.instanceInfo, () => server.stop({ doCleanup: false }));
  if (!resumed.instance.isInstancePrimary) {
    await once(resumed.instance, 'instancePrimary', { signal: AbortSignal.timeout(LAUNCH_WITHIN_MS) });
  }
  return resumed;
}

function member(
  info: Pick<Member, 'instance' | 'port'> | undefined,
  stopInstance: Member['stopInstance'],
): Member {
  if (info === undefined) throw new Error('The replica set has no running member.');
  return { instance: info.instance, port: info.port, stopInstance };
}

function portOf({ port }: ReplicaSetOptions): { port?: number } {
  return port === undefined ? {} : { port };
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
