import { randomBytes } from 'node:crypto';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSeals } from '../../api/identity/sealing-keys.ts';
import { SealBroken, sealingKeyOf } from '../../api/secrets/seals.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';

afterAll(deleteTemporaryFolders);

const now = () => 0;
const local = (directory: string) => ({ directory, now, isProduction: false });
const freshKey = () => randomBytes(32).toString('base64');

describe('a sealed secret', () => {
  test('is opened for whom it is about, and never sealed the same way twice', async () => {
    const seals = await openSeals([freshKey()], local(await temporaryFolder()));
    const [one, two] = [seals.seal('JBSWY3DP', 'ravi'), seals.seal('JBSWY3DP', 'ravi')];
    expect([seals.open(one, 'ravi'), seals.open(two, 'ravi')]).toEqual(['JBSWY3DP', 'JBSWY3DP']);
    expect(one).not.toBe(two);
    expect(one).not.toContain('JBSWY3DP');
  });

  test('is not opened for somebody else, by another key, or when a letter of it was changed', async () => {
    const [key, folder] = [freshKey(), await temporaryFolder()];
    const seals = await openSeals([key], local(folder));
    const others = await openSeals([freshKey()], local(folder));
    const sealed = seals.seal('JBSWY3DP', 'ravi');
    expect(() => seals.open(sealed, 'meera')).toThrow(SealBroken);
    expect(() => others.open(sealed, 'ravi')).toThrow(SealBroken);
    const parts = sealed.split('.');
    for (const [index, part] of parts.entries()) {
      const changed = (part.startsWith('a') ? 'b' : 'a') + part.slice(1);
      expect(() => seals.open(parts.with(index, changed).join('.'), 'ravi')).toThrow(SealBroken);
      expect(() => seals.open(parts.with(index, '').join('.'), 'ravi')).toThrow(SealBroken);
    }
  });

  test('is opened by the old key while the new one seals', async () => {
    const [old, next, folder] = [freshKey(), freshKey(), await temporaryFolder()];
    const sealed = (await openSeals([old], local(folder))).seal('JBSWY3DP', 'ravi');
    const both = await openSeals([next, old], local(folder));
    expect(both.open(sealed, 'ravi')).toBe('JBSWY3DP');
    const onlyNext = await openSeals([next], local(folder));
    expect(onlyNext.open(both.seal('other', 'ravi'), 'ravi')).toBe('other');
  });
});

describe('the key of an installation', () => {
  test('is made once, whoever of several processes comes first, and only its owner reads it', async () => {
    const directory = await temporaryFolder();
    const all = await Promise.all([1, 2, 3].map(() => openSeals([], local(directory))));
    const sealed = all[0]?.seal('JBSWY3DP', 'ravi') ?? '';
    expect(all.map((seals) => seals.open(sealed, 'ravi'))).toEqual(Array(3).fill('JBSWY3DP'));
    expect(await readdir(directory)).toEqual(['sealing-key.json']);
    expect((await stat(join(directory, 'sealing-key.json'))).mode & 0o777).toBe(0o600);
  });

  test('of a demo is refused in production, and the other way round', async () => {
    const [demo, shop] = [await temporaryFolder(), await temporaryFolder()];
    await openSeals([], local(demo));
    await openSeals([], { ...local(shop), isProduction: true });
    await expect(openSeals([], { ...local(demo), isProduction: true })).rejects.toThrow(/belong to a demo/);
    await expect(openSeals([], local(shop))).rejects.toThrow(/belong to a production server/);
  });

  test('is never replaced because its file is damaged', async () => {
    const directory = await temporaryFolder();
    await writeFile(join(directory, 'sealing-key.json'), '{"madeFor":"local","key":"c2hvcnQ="}');
    await expect(openSeals([], local(directory))).rejects.toThrow(/is damaged/);
  });
});

test.each([
  ['32 bytes in base64', randomBytes(32).toString('base64'), true],
  ['32 bytes in hexadecimal digits', randomBytes(32).toString('hex'), true],
  ['fewer', randomBytes(24).toString('base64'), false],
  ['more', randomBytes(48).toString('base64'), false],
  ['32 times the same', Buffer.alloc(32, 7).toString('base64'), false],
  ['words', 'correct horse battery staple', false],
])('a key of %s is taken: %#', (_what, text, isTaken) => {
  expect(sealingKeyOf(text) !== null).toBe(isTaken);
});
