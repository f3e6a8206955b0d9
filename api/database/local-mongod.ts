import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { inspectMongod } from './inspect-mongod.ts';
import type { Attempt, FindMongodOptions } from './types.ts';

const run = promisify(execFile);

/** Written beside a downloaded mongod when it is complete, so its presence tells a whole file from a torn one. */
const CHECKSUM_SUFFIXES = ['.md5', '.sha256'];

/** The mongod the operator named. Throws if it can't be used, because another one is not what was asked for. */
export async function namedMongod({ mongodBinary }: FindMongodOptions): Promise<Attempt | undefined> {
  if (mongodBinary === undefined || mongodBinary === '') return undefined;
  const attempt = await inspectMongod(mongodBinary);
  if ('tried' in attempt) {
    throw new DatabaseUnavailable(
      `The mongod named by MONGOMS_SYSTEM_BINARY can't be used: ${attempt.tried}. Correct it or leave it out.`,
    );
  }
  return attempt;
}

/** A mongod that is installed on the machine. */
export async function mongodOnPath({ searchPath }: FindMongodOptions): Promise<Attempt> {
  const environment = searchPath === undefined ? {} : { env: { PATH: searchPath } };
  const [program, ...words] =
    process.platform === 'win32' ? ['where', 'mongod'] : ['/bin/sh', '-c', 'command -v mongod'];
  try {
    const { stdout } = await run(program as string, words, environment);
    const path = stdout.split('\n')[0]?.trim() ?? '';
    return await inspectMongod(path);
  } catch {
    return { tried: 'a mongod on the PATH (there is none)' };
  }
}

/** A mongod that an earlier run downloaded. */
export async function cachedMongod({ cacheDirectory }: FindMongodOptions): Promise<Attempt | undefined> {
  const names = await readdir(cacheDirectory).catch(() => [] as string[]);
  const complete = names.filter(
    (name) => name.startsWith('mongod-') && CHECKSUM_SUFFIXES.some((suffix) => names.includes(name + suffix)),
  );
  let attempt: Attempt | undefined;
  for (const name of complete.sort().reverse()) {
    attempt = await inspectMongod(join(cacheDirectory, name));
    if ('found' in attempt) return attempt;
  }
  return attempt;
}
