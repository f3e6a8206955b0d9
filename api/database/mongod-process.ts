import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const END_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 100;

/** Where mongod keeps its files. Absolute, because a running mongod is recognised by it whatever folder we are in. */
export function databasePath(dataDirectory: string): string {
  return resolve(dataDirectory, 'db');
}

/** The process of the mongod that has this data directory open, if one does. */
export async function mongodUsing(dbPath: string): Promise<number | undefined> {
  const lock = await readFile(join(dbPath, 'mongod.lock'), 'utf8').catch(() => '');
  const processId = Number.parseInt(lock, 10);
  if (!Number.isSafeInteger(processId)) return undefined;
  // A crash leaves the lock file behind, and by now its number may belong to any program.
  return (await commandLineOf(processId)).includes(dbPath) ? processId : undefined;
}

/** Whether a process with this number runs. One that has ended but was not collected by its parent does not. */
export async function isRunning(processId: number | undefined): Promise<boolean> {
  return processId !== undefined && (await commandLineOf(processId)) !== '';
}

/** Asks a process to end, and insists if it does not within its time. */
export async function endProcess(processId: number): Promise<void> {
  if (await endedAfter(processId, 'SIGTERM')) return;
  // mongod's journal makes this safe: it is what a power cut would do.
  if (await endedAfter(processId, 'SIGKILL')) return;
  throw new Error(`Process ${processId} does not end.`);
}

async function endedAfter(processId: number, signal: NodeJS.Signals): Promise<boolean> {
  for (let waited = 0; waited < END_WITHIN_MS; waited += LOOK_EVERY_MS) {
    if (!(await isRunning(processId))) return true;
    if (waited === 0) sendSignal(processId, signal);
    await delay(LOOK_EVERY_MS);
  }
  return false;
}

function sendSignal(processId: number, signal: NodeJS.Signals): void {
  try {
    process.kill(processId, signal);
  } catch {
    // It ended by itself between the look and the signal.
  }
}

/** The words a process was started with; empty if there is no such process or it has ended. */
async function commandLineOf(processId: number): Promise<string> {
  if (process.platform === 'linux') {
    return readFile(`/proc/${processId}/cmdline`, 'utf8').catch(() => '');
  }
  const listed = await run('ps', ['-o', 'command=', '-p', String(processId)]).catch(() => ({ stdout: '' }));
  return listed.stdout.trim();
}
