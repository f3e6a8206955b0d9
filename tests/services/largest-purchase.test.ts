import { worthOf } from '../../api/domain/purchase.ts';
import { largestPurchaseSince, type Counting } from '../../api/services/queries/largest-purchase.ts';
import {
  credit,
  debit,
  done,
  entryOf,
  openWallets,
  purchase,
  refund,
  storedWallet,
} from '../support/acts.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { listen, told, type Targeted } from '../support/commands.ts';
import { openTestDatabase } from '../support/database.ts';
import { Random } from '../model/random.ts';

const at = openTestDatabase();
const HOUR = 3_600_000;
const ORDERS = 30;
/** So few that orders are forgotten, come back, and all are counted anew, many times in a short story. */
const HARDLY_ANY: readonly Counting[] = [1, 3].map((remembered) => ({ remembered, few: 1, step: 4 }));
let app: TestApp;
let heard: readonly Targeted[];

beforeAll(async () => {
  app = await openTestApp({ ...at, uri: told(at.uri) });
  heard = listen(app.database);
});
afterEach(() => expectSound(app));
afterAll(() => app.close());

/** From every entry and every report. */
async function recount(customerId: string, since: number): Promise<bigint> {
  const orders = new Map<string, { paid: bigint; refunded: bigint; reported: bigint }>();
  const of = (orderId: string) => {
    const order = orders.get(orderId) ?? { paid: 0n, refunded: 0n, reported: 0n };
    orders.set(orderId, order);
    return order;
  };
  const { seq } = await storedWallet(app, customerId);
  const all = { kinds: ['DEBIT', 'REFUND'], afterSeq: 0, upToSeq: seq } as const;
  for (const entry of await app.stores.journal.range(customerId, all, 'OLDEST_FIRST', seq)) {
    if (entry.at < since) continue;
    if (entry.kind === 'DEBIT') of(entry.orderId).paid += entry.amount;
    if (entry.kind === 'REFUND') of(entry.orderId).refunded += entry.amount;
  }
  const reported = await app.stores.purchases.load(
    Array.from({ length: ORDERS }, (_, n) => `${customerId}-${n}`),
  );
  for (const { id, at: when, amount } of reported.values()) if (when >= since) of(id).reported = amount;
  return [...orders.values()]
    .map((order) => worthOf(order.reported, order))
    .reduce((most, worth) => (worth > most ? worth : most), 0n);
}

/** Orders paid in parts, refunded in parts and reported early, late and never. */
async function live(
  customerId: string,
  random: Random,
  acts: number,
  look: () => Promise<void>,
): Promise<void> {
  const debits: string[] = [];
  const reported = new Set<string>();
  const orderId = () => `${customerId}-${random.below(ORDERS)}`;
  for (let n = 0; n < acts; n += 1) {
    const kind = random.below(10);
    const debited = debits[random.below(debits.length + 1)];
    if (kind < 4) {
      const entry = await entryOf(
        debit(app, customerId, BigInt(1 + random.below(90_00)), { orderId: orderId() }),
      );
      debits.push(entry.id);
    } else if (kind < 7 && debited) {
      const all = random.below(2) === 0;
      await refund(app, debited, all ? null : BigInt(1 + random.below(40_00)));
    } else if (kind < 9) {
      const order = { orderId: orderId(), at: app.now() - random.below(30) * HOUR };
      if (!reported.has(order.orderId))
        await done(purchase(app, customerId, BigInt(1 + random.below(120_00)), order));
      reported.add(order.orderId);
    } else app.clock.advance({ hours: random.below(5) });
    await look();
  }
}

describe('the largest order since an instant', () => {
  it('is what all entries and reports say, whatever was remembered and forgotten', async () => {
    await openWallets(app, ['asha']);
    await done(credit(app, 'asha', 50_000_00n));
    const start = app.now();
    const starts = [0, 7, 31].map((hours) => start + hours * HOUR);
    const random = new Random(20_261_128);
    let looks = 0;
    await live('asha', random, 90, async () => {
      looks += 1;
      if (random.below(3) > 0) return;
      const wallet = await storedWallet(app, 'asha');
      for (const since of starts) {
        const expected = [looks, since, await recount('asha', since)];
        expect([
          looks,
          since,
          await largestPurchaseSince(app, wallet, since, random.pick(HARDLY_ANY)),
        ]).toEqual(expected);
      }
      if (looks % 24 === 0) await expectSound(app);
    });
  });

  it('is found below many that were reported as larger and given back', async () => {
    await openWallets(app, ['zoya']);
    await done(credit(app, 'zoya', 1_000_00n));
    const since = app.now();
    await done(debit(app, 'zoya', 10_00n, { orderId: 'zoya-kept' }));
    for (const orderId of ['zoya-0', 'zoya-1', 'zoya-2']) {
      await done(purchase(app, 'zoya', 90_00n, { orderId }));
      await done(refund(app, (await entryOf(debit(app, 'zoya', 90_00n, { orderId }))).id, null));
    }
    const wallet = await storedWallet(app, 'zoya');
    for (const counting of HARDLY_ANY) {
      expect(await largestPurchaseSince(app, wallet, since, counting)).toBe(10_00n);
      expect(await largestPurchaseSince(app, wallet, since, counting)).toBe(10_00n);
    }
  });

  it('is read from what came since it was asked last', async () => {
    await openWallets(app, ['kiran']);
    await done(credit(app, 'kiran', 1_000_00n));
    const since = app.now();
    await debitTimes(110);
    expect(await largest()).toBe(2_09n);
    const { seq } = await storedWallet(app, 'kiran');
    await debitTimes(3, 2_00n);
    const before = heard.length;
    expect(await largest()).toBe(3_02n);
    const read = heard.slice(before).filter(({ collection, command }) => {
      return collection === 'wallet_transactions' && command === 'aggregate';
    });
    expect(read.map(({ filter }) => filter['orderId'] ?? filter['seq'])).toEqual([
      { $gt: seq, $lte: seq + 3 },
      { $in: expect.arrayContaining(['kiran-300', 'kiran-301', 'kiran-302']) as string[], $type: 'string' },
    ]);

    async function largest(): Promise<bigint> {
      return largestPurchaseSince(app, await storedWallet(app, 'kiran'), since);
    }
  });

  async function debitTimes(times: number, from = 0n): Promise<void> {
    const amounts = Array.from({ length: times }, (_, n) => from + BigInt(n) + 1_00n);
    await Promise.all(
      amounts.map((amount) => done(debit(app, 'kiran', amount, { orderId: `kiran-${amount}` }))),
    );
  }
});
