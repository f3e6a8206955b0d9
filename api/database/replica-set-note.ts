import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseUnavailable } from './database-unavailable.ts';

/**
 * What is noted beside the data: the port, which must stay the same for a replica set, whether the set has run at all,
 * and who runs it.
 */
export interface ReplicaSetNote {
  port: number;
  isInitiated?: boolean;
  ownerProcessId?: number;
}

/** What an earlier start noted. Throws DatabaseUnavailable if the note is damaged. */
export async function readNote(dataDirectory: string): Promise<ReplicaSetNote | undefined> {
  try {
    return JSON.parse(await readFile(noteFile(dataDirectory), 'utf8')) as ReplicaSetNote;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new DatabaseUnavailable(
      `${noteFile(dataDirectory)} can't be read: restore it, or delete ${dataDirectory} to start over.`,
    );
  }
}

/** Renamed into place, so a crash in the middle leaves the old note and never half of one. */
export async function writeNote(dataDirectory: string, note: ReplicaSetNote): Promise<void> {
  const draft = `${noteFile(dataDirectory)}.${process.pid}`;
  await writeFile(draft, JSON.stringify(note));
  await rename(draft, noteFile(dataDirectory));
}

function noteFile(dataDirectory: string): string {
  return join(dataDirectory, 'replica-set.json');
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
}
