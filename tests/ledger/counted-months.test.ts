import { setUp } from '../../api/persistence/set-up.ts';
import { openStores } from '../../api/persistence/stores/stores.ts';
import { expireCredits } from '../../api/services/expire-credits.ts';
import { keyedEntryId } from '../../api/services/idempotency.ts';
import { refundCredits } from '../../api/services/refund-credits.ts';
import { reverseCredit } from '../../api/services/reverse-credit.ts';
import { addCredits } from '../../api/services/add-credits.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { damageIn } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { holdWallet, withOwnEngine, type OwnEngine } from '../support/engine.ts';
import { recountProgramme } from '../support/recount-programme.ts';
import { openFunded, spend } from '../support/spending.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());
afterEach(async () => expect(await damageIn(app)).toEqual([]));

const admin = callerOf('ADMIN');

/** The same application as another process would have it, with the counters' writer of that name. */
function process(writer: string): OwnEngine {
  return withOwnEngine({ ...app, stores: openStores(app.database, app.policy, writer) });
}

async function counted(): Promise<Record<string, object>> {
  return Object.fromEntries(await app.stores.programme.months());
}

function shares() {
  return app.database.collection<{ _id: string }>('programme_months');
}

function buy(own: OwnEngine | TestApp, customerId: string, amount: bigint, idempotencyKey: string) {
  const terms = { source: 'PURCHASE', reason: 'Top-up', expiresAt: null, orderId: null } as const;
  return addCredits(own, admin, { customerId, amount, ...terms, idempotencyKey });
}

describe('the months that are counted', () => {
  it('are those of the entries, by every kind of movement and in the months of India', async () => {
    app.clock.set('2026-03-31T23:59:59+05:30');
    await openFunded(app, ['kinds'], 500_00n);
    const mistaken = freshKey('mistaken');
    await buy(app, 'kinds', 300_00n, mistaken);
    app.clock.set('2026-04-01T00:00:00+05:30');
    const order = freshKey('order');
    await spend(app, 'kinds', 40_00n, order);
    const refund = { debitId: keyedEntryId('kinds', order), amount: 15_00n, reason: 'Returned' };
    await refundCredits(app, admin, { ...refund, idempotencyKey: freshKey() });
    const creditId = keyedEntryId('kinds', mistaken);
    await reverseCredit(app, admin, { creditId, reason: 'Mistake', idempotencyKey: freshKey() });
    app.clock.set('2027-05-01T12:00:00+05:30');
    await expireCredits(app, 'test');

    expect(await counted()).toEqual({
      '2026-03': { manual: 500_00n, purchase: 300_00n },
      '2026-04': { debit: 40_00n, refund: 15_00n, reversal: 300_00n, purchaseReversal: 300_00n },
      '2027-05': { expiry: 475_00n },
    });
  });

  it('count a thing once however often it is sent, by however many processes at once', async () => {
    const wallets = Array.from({ length: 8 }, (_, n) => `busy-${n}`);
    await openFunded(app, wallets, 1_000_00n);
    // The last two go by the same name, which nothing but bad luck would give them.
    const processes = [process('one'), process('two'), process('twin'), process('twin')];
    const keys = Array.from({ length: 300 }, () => freshKey('busy'));
    await Promise.all(
      processes.flatMap((own) =>
        keys.map((key, n) => spend(own, wallets[n % wallets.length] ?? '', 1_00n + BigInt(n), key)),
      ),
    );

    const spent = keys.reduce((sum, _, n) => sum + 1_00n + BigInt(n), 0n);
    expect(await counted()).toMatchObject({ '2027-05': { debit: spent } });
  });

  it('count what was decided again once, and what was given up never', async () => {
    await openFunded(app, ['held'], 100_00n);
    const before = await counted();
    const own = process('held');
    const letGo = await holdWallet(app, 'held');
    const late = spend(own, 'held', 3_00n);
    await own.diary.retriesReach(5);
    const hurried = withOwnEngine(app, { maxAttempts: 2 });
    await expect(spend(hurried, 'held', 5_00n)).rejects.toThrow('others were changing the same wallet');
    await letGo();
    await late;

    const { debit = 0n } = before['2027-05'] as { debit?: bigint };
    expect(debit).toBeGreaterThan(0n);
    expect(await counted()).toMatchObject({ '2027-05': { debit: debit + 3_00n } });
  });

  it('count nothing where no money moves', async () => {
    const before = await counted();
    app.clock.set('2027-06-01T12:00:00+05:30');
    await openWallet(app, 'still');

    expect(await counted()).toEqual(before);
  });
});

describe('a database from before months were counted', () => {
  it('is counted once, by whichever process is the first', async () => {
    await shares().deleteMany({});
    await Promise.all([1, 2, 3, 4].map(() => setUp(app.database)));
    await setUp(app.database);

    expect(await counted()).toEqual(await recountProgramme(app.database));
    await openFunded(app, ['after'], 7_00n);
    await setUp(app.database);
  });
});
