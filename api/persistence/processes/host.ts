import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, readlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process as others on its host can tell it. */
export interface KnownProcess {
  /** The machine, or container, within which `pid` means one process. */
  readonly host: string;
  readonly pid: number;
  /** Tells the process from a later one with the same number; null where the system does not say. */
  readonly startedAt: string | null;
}

/** This process. */
export async function thisProcess(): Promise<KnownProcess> {
  const [host, found] = await Promise.all([thisHost(), look(process.pid)]);
  return { host, pid: process.pid, startedAt: found?.startedAt ?? null };
}

/** Whether a process of this host is certain to have ended. One that can't be looked at counts as running. */
export async function hasEnded({ pid, startedAt }: KnownProcess): Promise<boolean> {
  if (!exists(pid)) return true;
  const found = await look(pid);
  if (!found) return false;
  const isAnother = startedAt !== null && found.startedAt !== null && found.startedAt !== startedAt;
  return found.isOver || isAnother;
}

/**
 * Names of machines are not unique, and each container counts its processes from one. Linux tells boots and process
 * namespaces apart. Elsewhere a file in the temporary folder stands for the machine; who can't read it shares no host.
 */
async function thisHost(): Promise<string> {
  const told = [readFile('/proc/sys/kernel/random/boot_id', 'utf8'), readlink('/proc/self/ns/pid')];
  const parts = await Promise.all(told).catch(async () => [await mark()]);
  return [hostname(), ...parts].map((part) => part.trim()).join(' ');
}

async function mark(): Promise<string> {
  const path = join(tmpdir(), 'early-bird-wallet-host');
  await writeFile(path, randomUUID(), { flag: 'wx' }).catch(() => {});
  return (await readFile(path, 'utf8').catch(() => '')) || randomUUID();
}

/** Whether the system knows the number; one of another user, which may not be signalled, is there too. */
function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

interface Looked {
  /** A process that has ended keeps its number until its parent has asked how it ended. */
  readonly isOver: boolean;
  readonly startedAt: string | null;
}

/** What the system tells about a process; null where it tells nothing. */
async function look(pid: number): Promise<Looked | null> {
  const told = await (process.platform === 'linux' ? readStat(pid) : askPs(pid)).catch(() => null);
  return told && { isOver: /^[ZX]/.test(told.state), startedAt: told.startedAt };
}

/** Where state and start stand in `/proc/<pid>/stat`, after the name of the program, which may have spaces. */
const [STATE, START] = [0, 19];

async function readStat(pid: number) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[STATE] ?? '', startedAt: fields[START] ?? null };
}

async function askPs(pid: number) {
  // Every process must be told the same words, whatever its language and time zone.
  const env = { LC_ALL: 'C', TZ: 'UTC' };
  const { stdout } = await run('/bin/ps', ['-o', 'state=,lstart=', '-p', String(pid)], { env });
  const [state = '', ...startedAt] = stdout.trim().split(/\s+/);
  return { state, startedAt: startedAt.join(' ') || null };
}
