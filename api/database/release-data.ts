import { databasePath, endProcess, isRunning, mongodUsing } from './mongod-process.ts';
import { readNote } from './replica-set-note.ts';

/**
 * Makes sure that no mongod has an embedded database's data open, so that it can be deleted or copied.
 * Returns the process that is using it if there is one; nothing has been touched then.
 */
export async function releaseData(dataDirectory: string): Promise<number | undefined> {
  const mongod = await mongodUsing(databasePath(dataDirectory));
  if (mongod === undefined) return undefined;
  const owner = (await readNote(dataDirectory))?.ownerProcessId;
  if (owner !== undefined && (await isRunning(owner))) return owner;
  await endProcess(mongod);
  return undefined;
}
