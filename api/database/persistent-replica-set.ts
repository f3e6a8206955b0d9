import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { becomesFree, portForDirectory } from './local-port.ts';
import { databasePath, endProcess, isRunning, mongodUsing } from './mongod-process.ts';
import { readNote, writeNote } from './replica-set-note.ts';
import { replicaSetUri, startReplicaSet } from './start-replica-set.ts';
import type { RunningReplicaSet, Say } from './types.ts';

interface PersistentOptions {
  mongodBinary: string;
  databaseName: string;
  dataDirectory: string;
  say: Say;
}

/** How long another program of ours may take to start its mongod before it is taken to be hanging. */
const START_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 100;

/**
 * A replica set whose data outlives it. If another program of ours runs one on this directory, that one is
 * shared and left running; if such a program was killed and left its mongod behind, that is ended first.
 * Throws DatabaseUnavailable if a stranger has taken the port the data belongs to.
 */
export async function startPersistentReplicaSet(options: PersistentOptions): Promise<RunningReplicaSet> {
  const { mongodBinary, databaseName, dataDirectory, say } = options;
  const dbPath = databasePath(dataDirectory);
  await mkdir(dbPath, { recursive: true });
  const note = await readNote(dataDirectory);

  const ownerRuns = await isRunning(note?.ownerProcessId);
  const present = ownerRuns ? await waitForMongod(dbPath) : await mongodUsing(dbPath);
  if (note !== undefined && present !== undefined && ownerRuns) {
    return sharedReplicaSet(note.port, present, options);
  }
  if (present !== undefined) {
    say(`MongoDB: ending process ${present}, which an earlier run left behind`);
    await endProcess(present);
  }

  const port = note?.port ?? (await portForDirectory(dataDirectory));
  if (!(await becomesFree(port))) {
    throw new DatabaseUnavailable(
      `Port ${port}, which the data in ${dataDirectory} belongs to, is taken by another program: ` +
        'stop that program, or delete the directory to start over.',
    );
  }
  // Noted before mongod starts, so that a second program that comes along meanwhile shares it and does not end it.
  const isInitiated = note?.isInitiated === true;
  const ours = { port, ownerProcessId: process.pid };
  await writeNote(dataDirectory, { ...ours, isInitiated });
  const running = await startReplicaSet({ mongodBinary, databaseName, dbPath, port, isInitiated, say });
  await writeNote(dataDirectory, { ...ours, isInitiated: true });
  say(`MongoDB: running on port ${port}, data in ${dataDirectory}`);
  const stop = async () => {
    await running.stop();
    await writeNote(dataDirectory, { port, isInitiated: true });
  };
  return { ...running, stop };
}

async function waitForMongod(dbPath: string): Promise<number | undefined> {
  for (let waited = 0; waited < START_WITHIN_MS; waited += LOOK_EVERY_MS) {
    const processId = await mongodUsing(dbPath);
    if (processId !== undefined) return processId;
    await delay(LOOK_EVERY_MS);
  }
  return undefined;
}

function sharedReplicaSet(port: number, processId: number, options: PersistentOptions): RunningReplicaSet {
  options.say(`MongoDB: sharing the one that already runs on ${options.dataDirectory}`);
  return { uri: replicaSetUri(port, options.databaseName), port, processId, stop: () => Promise.resolve() };
}
