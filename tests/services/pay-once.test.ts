import { deductCredits } from '../../api/services/deduct-credits.ts';
import { done, refund } from '../support/acts.ts';
import { callerOf, freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { storedWallet } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { openFunded } from '../support/spending.ts';

const at = openTestDatabase();
let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  app = await openTestApp(at);
  other = await openTestApp(at);
});
afterAll(() => Promise.all([app.close(), other.close()]));

interface Asked {
  readonly orderId?: string;
  readonly onlyOnce?: boolean;
  readonly key?: string;
}

function pay(on: TestApp, customerId: string, { orderId = 'order-1', onlyOnce = true, key }: Asked = {}) {
  const asked = { customerId, amount: 10_00n, orderId, reason: null, onlyOnce };
  return deductCredits(on, callerOf('CUSTOMER', customerId), {
    ...asked,
    idempotencyKey: key ?? freshKey('pay'),
  });
}

const PAID = { refused: { code: 'ORDER_ALREADY_PAID' } };

it('pays an order once, however many ask at the same time and in whatever process', async () => {
  await openFunded(app, ['racing'], 1_000_00n);

  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) => pay(n % 2 === 0 ? app : other, 'racing')),
  );

  expect(answers.filter((answer) => 'entry' in answer)).toHaveLength(1);
  expect(
    answers.filter((answer) => 'refused' in answer && answer.refused.code === 'ORDER_ALREADY_PAID'),
  ).toHaveLength(39);
  expect((await storedWallet(app, 'racing')).balance).toBe(990_00n);
});

it('tells the debit there is, and pays once more with the same key where that is meant', async () => {
  await openFunded(app, ['meant'], 1_000_00n);
  const { entry } = await done(pay(app, 'meant'));
  const key = freshKey('pay');

  expect(await pay(other, 'meant', { key })).toMatchObject({ refused: { debit: { id: entry.id } } });
  expect(await pay(other, 'meant', { key, onlyOnce: false })).toMatchObject({ replayed: false });
  expect(await pay(app, 'meant', { orderId: 'order-2' })).toMatchObject({ replayed: false });
});

it('answers a repeat of its key from what the key did, and not by what it did', async () => {
  await openFunded(app, ['again'], 1_000_00n);
  const key = freshKey('pay');
  const { entry } = await done(pay(app, 'again', { key }));

  for (const onlyOnce of [true, false])
    for (const process of [app, other])
      expect(await pay(process, 'again', { key, onlyOnce })).toMatchObject({
        replayed: true,
        entry: { id: entry.id },
      });
});

it('still lets an order be paid in parts by who does not ask', async () => {
  await openFunded(app, ['parts'], 1_000_00n);
  for (let part = 0; part < 3; part += 1)
    expect(await pay(app, 'parts', { onlyOnce: false })).toMatchObject({ replayed: false });

  expect(await pay(app, 'parts')).toMatchObject(PAID);
});

it('asks also where the earlier debit was given back, which only a person can judge', async () => {
  await openFunded(app, ['returned'], 1_000_00n);
  const { entry } = await done(pay(app, 'returned'));
  await done(refund(app, entry.id, null));

  expect(await pay(app, 'returned')).toMatchObject(PAID);
});
