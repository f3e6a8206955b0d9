import { customerSearch } from '../../api/domain/customer-search.ts';
import { walletFilter } from '../../api/persistence/wallet-filter.ts';
import { search } from '../../api/services/queries/search.ts';
import { deductCredits } from '../../api/services/deduct-credits.ts';
import { refundCredits } from '../../api/services/refund-credits.ts';
import { callerOf, openTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { mockPayments } from '../support/payments.ts';
import { openFunded } from '../support/spending.ts';

const at = openTestDatabase();
let app: TestApp;

const STRETCH = { beyond: null, from: 0, to: 4_000_000_000_000, limit: 3 };
const PAGE = { order: 'NEWEST_FIRST', limit: 3 } as const;
const OLDEST = { order: 'OLDEST_FIRST', limit: 3 } as const;

beforeAll(async () => {
  app = await openTestApp(at, { payments: mockPayments() });
  await openFunded(
    app,
    Array.from({ length: 40 }, (_, n) => `customer-${n}`),
    5_00n,
  );
  // Orders of their own for all but two, so that going through all of them shows.
  for (let n = 0; n < 40; n += 1) {
    const order = { orderId: `order-${n + 100}`, reason: null, idempotencyKey: `spend-for-order-${n}` };
    const paid = await deductCredits(app, callerOf('ADMIN'), {
      customerId: `customer-${n}`,
      amount: 1_00n,
      ...order,
    });
    await deductCredits(app, callerOf('ADMIN'), {
      ...{ customerId: `customer-${n}`, amount: 1_00n, ...order },
      ...{ orderId: `second-${n}`, idempotencyKey: `spend-for-second-${n}` },
    });
    const debitId = 'entry' in paid ? paid.entry.id : '';
    const back = { amount: 50n, reason: 'Returned', idempotencyKey: `refund-of-order-${n}` };
    await refundCredits(app, callerOf('ADMIN'), { debitId, ...back });
  }
});
afterAll(() => app.close());

interface Profiled {
  readonly planSummary: string;
  readonly docsExamined: number;
  readonly keysExamined: number;
}

/** How the database found what was asked for, as it tells itself. */
async function plansOf(ask: () => Promise<unknown>): Promise<Profiled[]> {
  const database = app.database.getClient().db(at.name);
  await database.command({ profile: 2 });
  await ask();
  await database.command({ profile: 0 });
  const plans = await database
    .collection<Profiled & { ns: string }>('system.profile')
    .find({ planSummary: { $exists: true }, ns: { $not: /system/ } })
    .toArray();
  await database.collection('system.profile').drop();
  return plans;
}

function meant(typed: string) {
  const found = customerSearch(typed);
  if (!found) throw new Error('Nothing was typed.');
  return found;
}

describe('the database goes by an index and looks at few others', () => {
  const now = Date.parse('2026-03-10T09:30:00+05:30');
  const middle = { createdAt: now, id: 'customer-20' };
  const expiring = () => walletFilter({ expiringUntil: now + 86_400_000 }, app.policy, now);

  const rich = () => walletFilter({ minBalance: 1_00_000_00n }, app.policy, now);

  it.each<[string, () => Promise<unknown>]>([
    ['what is due', () => app.stores.wallets.findDue(now, 10).next()],
    ['the first page of wallets', () => app.stores.directory.wallets({}, PAGE)],
    ['a page of wallets', () => app.stores.directory.wallets({}, { ...PAGE, beyond: middle })],
    [
      'a page of wallets from the oldest',
      () => app.stores.directory.wallets({}, { ...PAGE, order: 'OLDEST_FIRST', beyond: middle }),
    ],
    [
      'what staff made, from the oldest',
      () => app.stores.journal.ofStaff('ALL', { ...STRETCH, order: 'OLDEST_FIRST' }),
    ],
    ['acts from the oldest', () => app.stores.acts.stretch(null, { ...STRETCH, order: 'OLDEST_FIRST' })],
    ['approvals from the oldest', () => app.stores.approvals.list({}, now, OLDEST)],
    ['reviews from the oldest', () => app.stores.paymentReviews.list({}, OLDEST)],
    ['jobs from the oldest', () => app.stores.jobs.list({}, OLDEST)],
    ['rewards from the oldest', () => app.stores.rewards.list({}, { ...OLDEST, beyond: middle })],
    [
      'top-ups from the oldest',
      () => app.stores.topUps.ofWallet('customer-1', { ...OLDEST, beyond: middle }),
    ],
    ['claims from the oldest', () => app.stores.claims.ofCustomer('customer-1', 'OLDEST_FIRST', 3)],
    ['wallets that expire soon', () => app.stores.directory.wallets(expiring(), PAGE)],
    ['wallets with more than anybody has', () => app.stores.directory.wallets(rich(), PAGE)],
    ['how many have more than anybody', () => app.stores.directory.countWallets(rich(), 10_000)],
    ['a page of customers', () => app.stores.directory.customers(null, { ...PAGE, beyond: middle })],
    ['a customer', () => app.stores.directory.customers(meant('customer-7'), PAGE)],
    ['the wallet of a customer', () => app.stores.directory.walletsOf(meant('customer-7'), {}, PAGE)],
    ['entries by their ids', () => app.stores.journal.load(['customer-1:a', 'customer-2:b'])],
    ['the refunds of debits', () => app.stores.journal.refundsOf(['customer-1:a', 'customer-2:b'])],
    ['top-ups by their ids', () => app.stores.topUps.load(['customer-1:a', 'customer-2:b'])],
    ['claims by their ids', () => app.stores.claims.load(['reward:customer-1', 'reward:customer-2'])],
    [
      'what was paid for orders',
      () => app.stores.journal.paidFor('customer-1', ['order-1', 'x'], { since: 0, after: 0, upTo: 9 }),
    ],
    ['all that staff made', () => app.stores.journal.ofStaff('ALL', STRETCH)],
    ['what staff made at desks', () => app.stores.journal.ofStaff('DESK', STRETCH)],
    ['a search for whatever is called so', () => search(app, 'customer-7', 3)],
    ['a search for an order', () => search(app, 'order-101', 3)],
    ['a search by one letter', () => search(app, 'c', 3)],
    ['the cards that a customer has claimed', () => app.stores.giftCards.claimedBy('customer-7')],
    ['what the cards hold that a customer bought', () => app.stores.giftCards.openOf('customer-7', now)],
    ['a search for a phone number', () => search(app, '+91 98765 43210', 3)],
    ['the wallet of a code', () => app.stores.directory.customers(meant('ZZZZZZZZ'), PAGE)],
  ])('for %s', async (_, ask) => {
    const plans = await plansOf(ask);

    expect(plans.length).toBeGreaterThan(0);
    for (const { planSummary, docsExamined, keysExamined } of plans) {
      expect(planSummary).not.toContain('COLLSCAN');
      expect(docsExamined).toBeLessThanOrEqual(25);
      expect(keysExamined ?? 0).toBeLessThanOrEqual(50);
    }
  });
});
