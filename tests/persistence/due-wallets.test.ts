import { expireCredits } from '../../api/services/expire-credits.ts';
import { addCredits } from '../../api/services/add-credits.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at, { start: '2026-03-01T09:00:00+05:30' })));
afterAll(() => app.close());

/** A wallet with one credit per day, each of which is its last. */
async function openExpiring(customerId: string, ...days: string[]): Promise<void> {
  await openWallet(app, customerId);
  for (const day of days) {
    const input = { customerId, amount: 10_00n, source: 'MANUAL', reason: 'Welcome', orderId: null } as const;
    const expiresAt = Date.parse(`${day}T12:00:00+05:30`);
    await addCredits(app, callerOf('ADMIN'), { ...input, expiresAt, idempotencyKey: freshKey('due') });
  }
}

async function dueAt(now: number, size = 10): Promise<string[][]> {
  const pages: string[][] = [];
  for await (const page of app.stores.wallets.findDue(now, size)) pages.push(page);
  return pages;
}

function endOf(day: string): number {
  return Date.parse(`${day}T23:59:59.999+05:30`);
}

describe('wallets with a credit that is due', () => {
  beforeAll(async () => {
    await openExpiring('late', '2026-03-30');
    await openExpiring('soon', '2026-03-10', '2026-03-31');
    await openExpiring('between', '2026-03-20', '2026-03-20');
    await openExpiring('empty');
  });

  it('are found from the moment it falls due, soonest first', async () => {
    expect(await dueAt(endOf('2026-03-10') - 1)).toEqual([]);
    expect(await dueAt(endOf('2026-03-10'))).toEqual([['soon']]);
    expect(await dueAt(endOf('2026-12-31'))).toEqual([['soon', 'between', 'late']]);
    expect(await dueAt(endOf('2026-12-31'), 2)).toEqual([['soon', 'between'], ['late']]);
    const { wallets } = app.stores;
    expect(await wallets.soonestExpiry()).toBe(endOf('2026-03-10'));
    expect(await wallets.soonestExpiry(endOf('2026-03-10'))).toBe(endOf('2026-03-20'));
  });

  it('are found again for the next credit once one is booked, and never for a booked one', async () => {
    app.clock.set('2026-03-25T09:00:00+05:30');
    expect(await expireCredits(app, 'req-expiry')).toMatchObject({ wallets: 2, credits: 3, amount: 30_00n });
    expect(await dueAt(app.now())).toEqual([]);
    expect(await app.stores.wallets.soonestExpiry()).toBe(endOf('2026-03-30'));
    expect(await dueAt(endOf('2026-03-31'))).toEqual([['late', 'soon']]);
    app.clock.set('2026-04-25T09:00:00+05:30');
    await expireCredits(app, 'req-expiry');
    expect(await app.stores.wallets.soonestExpiry()).toBeNull();
  });
});
