import { drawShortCodes } from '../../api/domain/reference.ts';
import { ShortCodeJob } from '../../api/jobs/short-code-job.ts';
import { createWallet } from '../../api/services/create-wallet.ts';
import { giveShortCodes, type GivenCodes } from '../../api/services/give-short-codes.ts';
import { findShortCodes, placeOfReference } from '../../api/services/queries/find-by-reference.ts';
import { saveCustomer } from '../../api/services/save-customer.ts';
import { done, names, openWallets, storedWallet } from '../support/acts.ts';
import { callerOf, freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { writeReference } from '../../api/domain/reference.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp(at);
});
afterAll(() => app.close());

function collection(name: string) {
  return app.database.getClient().db(at.name).collection<{ _id: string }>(name);
}

/** As a version left them that knew no codes. */
async function asOlder(ids: readonly string[]): Promise<void> {
  const codes = await Promise.all(ids.map(async (id) => (await storedWallet(app, id)).shortCode));
  await collection('customer_wallets').updateMany({ _id: { $in: [...ids] } }, { $unset: { shortCode: 1 } });
  await collection('unique_values').deleteMany({ _id: { $in: codes.map((code) => `short-code:${code}`) } });
}

async function isLedTo(id: string): Promise<string | undefined> {
  const { shortCode = '' } = await storedWallet(app, id);
  return (await placeOfReference(app, writeReference({ shortCode, seq: 1 })))?.walletId;
}

it('is made when a wallet is opened', async () => {
  const ids = await openWallets(app, names('opened', 20));

  expect(await Promise.all(ids.map(isLedTo))).toEqual(ids);
});

it('is another one where the first that was drawn is taken', async () => {
  const [taken = '', free = ''] = drawShortCodes((length) => new Uint8Array(length).map((_, n) => n));
  const drawing = {
    ...app,
    ids: { ...app.ids, shortCodes: () => ['AAAAA', free === taken ? 'BBBBB' : free] },
  };
  for (const id of ['first', 'second']) {
    await saveCustomer(app, callerOf('STAFF'), { id, name: id, email: null, phone: null, language: null });
    await done(
      createWallet(drawing, callerOf('ADMIN'), { customerId: id, idempotencyKey: freshKey('open') }),
    );
  }

  expect((await storedWallet(app, 'first')).shortCode).toBe('AAAAA');
  expect((await storedWallet(app, 'second')).shortCode).not.toBe('AAAAA');
});

/** What a process does while it serves, until nothing is left to do. */
async function give(by: TestApp): Promise<number> {
  let given = 0;
  for (let after: string | null = ''; after !== null;) {
    const page: GivenCodes = await giveShortCodes(by, after);
    given += page.given;
    after = page.next;
  }
  return given;
}

it('comes to wallets of an older version page by page', async () => {
  const ids = await openWallets(app, names('older', 130));
  await asOlder(ids);
  await collection('unique_values').deleteOne({ _id: 'short-codes-given' });

  expect(await give(app)).toBe(130);

  expect(await Promise.all(ids.map(isLedTo))).toEqual(ids);
  expect(await give(app)).toBe(0);
});

it('comes while a process serves, which goes on where another left off', async () => {
  const ids = await openWallets(app, names('left', 120));
  await asOlder(ids);
  await collection('unique_values').deleteOne({ _id: 'short-codes-given' });
  await giveShortCodes(app, '');

  const given = await new Promise<number>((resolve, reject) => {
    const job = new ShortCodeJob({
      ...{ app, pageMs: 1, roundMs: 60_000, onError: reject },
      onGiven: (count) => void job.stop().then(() => resolve(count)),
    });
    job.start();
  });

  expect(given).toBe(20);
  expect(await Promise.all(ids.map(isLedTo))).toEqual(ids);
});

it('comes later to a wallet that an older version has opened since', async () => {
  const ids = await openWallets(app, ['since']);
  await give(app);
  await asOlder(ids);

  expect(await give(app)).toBe(1);

  expect(await Promise.all(ids.map(isLedTo))).toEqual(ids);
});

it('is made once when several ask for it that was not there yet', async () => {
  await openWallets(app, ['asked']);
  await asOlder(['asked']);

  const answers = await Promise.all(Array.from({ length: 5 }, () => findShortCodes(app, ['asked'])));

  const { shortCode } = await storedWallet(app, 'asked');
  expect(shortCode).toBeDefined();
  expect(answers.map((codes) => codes.get('asked'))).toEqual(Array(5).fill(shortCode));
});
