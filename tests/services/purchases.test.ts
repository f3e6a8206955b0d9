import { tierStanding } from '../../api/domain/wallet/tier.ts';
import {
  credit,
  debit,
  done,
  entryOf,
  openWallets,
  purchase,
  refund,
  storedWallet,
  tallyOf,
} from '../support/acts.ts';
import { callerOf, freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { openTestDatabase } from '../support/database.ts';
import { saveCustomer } from '../../api/services/save-customer.ts';

const at = openTestDatabase();
const START = '2026-03-10T09:30:00+05:30';
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp(at, { start: START, policy: { tierBasis: 'ROLLING_SPEND' } });
});
beforeEach(() => app.clock.set(START));
afterEach(() => expectSound(app));
afterAll(() => app.close());

async function standing(id: string) {
  const { tier, qualifying } = tierStanding(await storedWallet(app, id), app.policy, app.now());
  return { level: tier.level, qualifying };
}

describe('an order that the shop reports', () => {
  it('is noted once, however often and by whomever at once', async () => {
    await openWallets(app, ['asha']);
    const order = { orderId: freshKey('order'), at: app.now() };
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () => purchase(app, 'asha', 900_00n, order)),
    );
    expect(tallyOf(outcomes)).toEqual({ DONE: 1, REPLAYED: 29 });
    expect(await standing('asha')).toEqual({ level: 'BRONZE', qualifying: 900_00n });
  });

  it('cannot come back as another order', async () => {
    await openWallets(app, ['kiran', 'zoya']);
    const order = { orderId: freshKey('order'), at: app.now() };
    await done(purchase(app, 'kiran', 900_00n, order));
    const conflict = { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: app.now() } };
    expect(await purchase(app, 'kiran', 901_00n, order)).toEqual(conflict);
    expect(await purchase(app, 'zoya', 900_00n, order)).toEqual(conflict);
    expect(await purchase(app, 'kiran', 900_00n, { ...order, at: order.at - 1 })).toEqual(conflict);
  });

  it('raises a tier together with debits, and counts once what was paid with credits', async () => {
    await openWallets(app, ['mixed']);
    await done(credit(app, 'mixed', 700_00n));
    const orderId = freshKey('order');
    const { id } = await entryOf(debit(app, 'mixed', 400_00n, { orderId }));
    expect(await standing('mixed')).toEqual({ level: 'BRONZE', qualifying: 400_00n });
    await done(purchase(app, 'mixed', 1_000_00n, { orderId }));
    expect(await standing('mixed')).toEqual({ level: 'SILVER', qualifying: 1_000_00n });
    await done(refund(app, id, 100_00n));
    expect(await standing('mixed')).toEqual({ level: 'BRONZE', qualifying: 900_00n });
  });

  it('counts once when the credits for it are taken after it was reported, and when both come at once', async () => {
    await openWallets(app, ['later', ...['race-0', 'race-1', 'race-2', 'race-3']]);
    await done(credit(app, 'later', 700_00n));
    const orderId = freshKey('order');
    await done(purchase(app, 'later', 1_000_00n, { orderId }));
    const { id } = await entryOf(debit(app, 'later', 400_00n, { orderId }));
    expect(await standing('later')).toEqual({ level: 'SILVER', qualifying: 1_000_00n });
    await done(refund(app, id, 100_00n));
    expect(await standing('later')).toEqual({ level: 'BRONZE', qualifying: 900_00n });
    await Promise.all(
      [0, 1, 2, 3].map(async (n) => {
        const [customerId, order] = [`race-${n}`, { orderId: freshKey('order') }];
        await done(credit(app, customerId, 700_00n));
        const report = () => done(purchase(app, customerId, 1_000_00n, order));
        const pay = () => done(debit(app, customerId, 150_00n, order));
        await Promise.all(n % 2 === 0 ? [report(), pay(), pay()] : [pay(), report(), pay()]);
        expect((await standing(customerId)).qualifying).toBe(1_000_00n);
      }),
    );
  });

  it('that was paid with credits alone adds nothing to what the debit counts', async () => {
    await openWallets(app, ['paid']);
    await done(credit(app, 'paid', 700_00n));
    const orderId = freshKey('order');
    await done(debit(app, 'paid', 500_00n, { orderId }));
    const { seq } = await storedWallet(app, 'paid');
    await done(purchase(app, 'paid', 500_00n, { orderId }));
    expect(await storedWallet(app, 'paid')).toMatchObject({ seq });
    expect(await standing('paid')).toEqual({ level: 'BRONZE', qualifying: 500_00n });
  });

  it('counts for twelve months', async () => {
    await openWallets(app, ['yearly']);
    await done(purchase(app, 'yearly', 1_000_00n));
    app.clock.set('2027-02-28T23:59:59+05:30');
    expect(await standing('yearly')).toEqual({ level: 'SILVER', qualifying: 1_000_00n });
    app.clock.set('2027-03-01T00:00:00+05:30');
    expect(await standing('yearly')).toEqual({ level: 'BRONZE', qualifying: 0n });
  });

  it('gives later credits the lifetime of the tier it raised', async () => {
    await openWallets(app, ['raised']);
    await done(purchase(app, 'raised', 10_000_00n));
    expect((await entryOf(credit(app, 'raised', 10_00n))).lot.expiresAt).toBeNull();
  });

  it('is noted for a customer without a wallet, and refused for one whom nobody knows', async () => {
    await saveCustomer(app, callerOf('STAFF'), {
      ...{ id: 'walletless', name: 'W', email: null, phone: null, language: null },
    });
    expect(tallyOf([await purchase(app, 'walletless', 1_00n)])).toEqual({ DONE: 1 });
    expect(tallyOf([await purchase(app, 'nobody', 1_00n)])).toEqual({ CUSTOMER_NOT_FOUND: 1 });
  });

  it('comes to something and lies in the past', async () => {
    await openWallets(app, ['early']);
    expect(await purchase(app, 'early', 0n)).toMatchObject({ refused: { field: 'amount' } });
    const tomorrow = { at: app.now() + 1 };
    expect(await purchase(app, 'early', 1n, tomorrow)).toMatchObject({ refused: { field: 'purchasedAt' } });
  });
});
