import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openExistingKeys, openSigningKeys } from '../../api/identity/signing-keys.ts';
import { ownTokenVerifier } from '../../api/identity/verify-token.ts';
import { TestClock } from '../support/clock.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';
import { AUDIENCE, forge, ISSUER } from '../support/tokens.ts';

const clock = new TestClock('2026-03-10T09:30:00+05:30');
afterAll(deleteTemporaryFolders);

async function installation(isProduction = false) {
  return { directory: await temporaryFolder(), isProduction, now: clock.now };
}
const acceptedBy = async (keys: Awaited<ReturnType<typeof openSigningKeys>>, token: string) => {
  const verifier = ownTokenVerifier(keys, { issuer: ISSUER, audience: AUDIENCE, now: clock.now });
  return 'principal' in (await verifier.verify(token));
};

test('are made on the first start, for their owner’s eyes only, and kept', async () => {
  const options = await installation();
  expect(await openExistingKeys(options)).toBeNull();
  const first = await openSigningKeys(options);
  const again = await openSigningKeys(options);
  expect(again.signing.kid).toBe(first.signing.kid);
  const { mode } = await stat(join(options.directory, 'signing-keys.json'));
  expect(mode & 0o777).toBe(0o600);
});

test('are the same for processes that start at once', async () => {
  const options = await installation();
  const opened = await Promise.all(Array.from({ length: 5 }, () => openSigningKeys(options)));
  expect(new Set(opened.map(({ signing }) => signing.kid)).size).toBe(1);
});

test('are replaced when they have grown old; the one before holds as long as its tokens may live', async () => {
  const options = await installation();
  const before = await openSigningKeys(options);
  clock.advance({ days: 91 });
  const after = await openSigningKeys(options);
  expect(after.signing.kid).not.toBe(before.signing.kid);
  expect(await acceptedBy(after, await forge(before, clock.now()))).toBe(true);
  clock.advance({ hours: 1 });
  expect(await acceptedBy(after, await forge(before, clock.now()))).toBe(false);
  expect(await acceptedBy(after, await forge(after, clock.now()))).toBe(true);
});

test('that another process made since are found, looking at most twice a minute', async () => {
  const options = await installation();
  const running = await openSigningKeys(options);
  clock.advance({ days: 91 });
  const renewed = await openSigningKeys(options);
  const token = await forge(renewed, clock.now());
  expect(await acceptedBy(running, token)).toBe(true);
  clock.advance({ days: 91 });
  expect(await acceptedBy(running, await forge(running, clock.now(), { header: { kid: 'made-up' } }))).toBe(
    false,
  );
  const newest = await openSigningKeys(options);
  expect(await acceptedBy(running, await forge(newest, clock.now()))).toBe(false);
  clock.advance({ ms: 31_000 });
  expect(await acceptedBy(running, await forge(newest, clock.now()))).toBe(true);
});

test('of a demo are not taken into production, nor the other way round', async () => {
  const local = await installation();
  await openSigningKeys(local);
  await expect(openSigningKeys({ ...local, isProduction: true })).rejects.toThrow(/belong to a demo/);
  const production = await installation(true);
  await openSigningKeys(production);
  await expect(openExistingKeys({ ...production, isProduction: false })).rejects.toThrow(/production server/);
});

test('that are damaged stop the start with a sentence and stay as they are', async () => {
  const options = await installation();
  const file = join(options.directory, 'signing-keys.json');
  await writeFile(file, '{"keys":');
  await expect(openSigningKeys(options)).rejects.toThrow(/damaged: restore it, or delete it/);
  expect(await readFile(file, 'utf8')).toBe('{"keys":');
});
