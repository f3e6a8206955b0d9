import { Seals, KEY_BYTES } from '../../api/secrets/seals.ts';
import { issueGiftCards } from '../../api/services/issue-gift-cards.ts';
import { startCheckout } from '../../api/services/start-checkout.ts';
import { callerOf, freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { damageIn } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { mockPayments } from '../support/payments.ts';
import { openFunded } from '../support/spending.ts';

const at = openTestDatabase();
const seals = new Seals([Buffer.alloc(KEY_BYTES, 'a key for tests')]);
const open = () => openTestApp(at, { seals, payments: mockPayments() });
let app: TestApp;
let other: TestApp;

beforeAll(async () => (app = await open()));
beforeEach(async () => (other = await open()));
afterEach(() => other.close());
afterAll(async () => {
  expect(await damageIn(app)).toEqual([]);
  await app.close();
});

interface Readable {
  load(ids: readonly string[]): Promise<Map<string, unknown>>;
}

/**
 * Has somebody else do something after `first` was read and before `next` is, whichever of them a process reads first. Only what it
 * reads the first time counts.
 */
function between(first: Readable, next: Readable, act: () => Promise<unknown>): void {
  const [readFirst, readNext] = [first.load.bind(first), next.load.bind(next)];
  let done: Promise<unknown> | null = null;
  first.load = async (ids) => {
    const reading = readFirst(ids);
    done ??= reading.then(act);
    await done;
    return reading;
  };
  next.load = async (ids) => {
    await done;
    return readNext(ids);
  };
}

describe('a call whose twin is committed between two of its reads', () => {
  it('is answered with the gift cards that the twin issued', async () => {
    const input = { count: 2, amount: 100_00n, expiresOn: null, reason: 'Prize', idempotencyKey: freshKey() };
    const issue = (by: TestApp) => issueGiftCards(by, callerOf('ADMIN'), input);
    let first: unknown;
    const { giftCards, giftCardEntries } = other.stores;
    between(giftCards, giftCardEntries, async () => (first = await issue(app)));
    const second = await issue(other);
    expect(first).toMatchObject({ replayed: false, cards: [{}, {}] });
    expect(second).toEqual({ ...(first as object), replayed: true });
  });

  it('is not refused because of what the twin holds for the same checkout', async () => {
    await openFunded(app, ['twin'], 100_00n);
    const input = {
      ...({ customerId: 'twin', orderId: 'order', total: 150_00n, credits: 'ALL', amount: null } as const),
      ...({ method: 'UPI', returnUrl: null, idempotencyKey: freshKey() } as const),
    };
    const start = (by: TestApp) => startCheckout(by, callerOf('CUSTOMER', 'twin'), input);
    let first: unknown;
    const { checkouts, checkoutOrders } = other.stores;
    between(checkouts, checkoutOrders, async () => (first = await start(app)));
    const { checkout } = (await start(other)) as { checkout: object };
    expect(first).toMatchObject({ replayed: false });
    expect({ checkout }).toEqual({ checkout: (first as { checkout: object }).checkout });
  });
});
