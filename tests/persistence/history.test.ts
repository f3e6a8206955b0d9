import fc from 'fast-check';
import { sum } from '../../api/domain/money.ts';
import { CREDIT_MOVEMENTS } from '../../api/domain/wallet/running-totals.ts';
import { addDays, dayOf, daysBetween, monthOf, startOfDay } from '../../api/domain/calendar.ts';
import { asOf } from '../../api/domain/wallet/decide.ts';
import {
  isMoneyEntry,
  signedAmount,
  type DebitEntry,
  type MoneyEntry,
} from '../../api/domain/wallet/entries.ts';
import { historyMonths } from '../../api/services/queries/history-months.ts';
import { historyPage } from '../../api/services/queries/history.ts';
import type { HistoryFilter, TransactionSource } from '../../api/services/queries/history-filter.ts';
import { balanceHistory } from '../../api/services/queries/balance-history.ts';
import { lastEntryBefore } from '../../api/services/queries/position.ts';
import { india, rupees, WalletStory } from '../domain/wallet-story.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { storeStory } from '../support/long-history.ts';
import { propertySeed } from '../support/seed.ts';

const HOUR = 3_600_000;
const SOURCES = CREDIT_MOVEMENTS.map((movement) => movement.toUpperCase() as TransactionSource);

const at = openTestDatabase();
const story = longStory(4_000);
const money = story.journal.filter(isMoneyEntry);
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp(at);
  await storeStory(app, story);
}, 180_000);
afterAll(() => app.close());

/** Some years of one wallet: several entries at one instant, then nothing for days; every kind there is. */
function longStory(steps: number): WalletStory {
  const chance = fc.sample(fc.nat({ max: 999 }), { seed: propertySeed, numRuns: steps * 3 });
  const pick = (limit: number) => (chance.pop() ?? 0) % limit;
  const wallet = new WalletStory({ id: 'long', at: india('2024-01-01 09:00') });
  const debits: DebitEntry[] = [];
  for (let step = 0; step < steps; step += 1) {
    wallet.now += [0, 0, 1, HOUR, 9 * HOUR][pick(5)] ?? 0;
    const act = pick(20);
    if (act < 8) {
      const source = SOURCES[pick(SOURCES.length)] as Exclude<TransactionSource, 'REFUND'>;
      wallet.credit(rupees(1 + pick(90)), { source, expiresOn: wallet.now + pick(40) * 24 * HOUR });
    } else if (act < 16) {
      const orderId = `order-${pick(60)}`;
      wallet.ask({ kind: 'DEBIT', amount: rupees(1 + pick(30)), orderId, reason: null });
      const last = wallet.journal.at(-1);
      if (last?.kind === 'DEBIT' && last !== debits.at(-1)) debits.push(last);
    } else if (act < 19) {
      const debit = debits[pick(debits.length || 1)];
      if (debit) wallet.refund(debit, rupees(1));
    } else {
      wallet.setStatus(wallet.wallet.status === 'ACTIVE' ? 'FROZEN' : 'ACTIVE');
    }
  }
  return wallet;
}

const momentNearby = fc
  .tuple(fc.nat({ max: story.journal.length - 1 }), fc.integer({ min: -1, max: 1 }))
  .map(([n, offset]) => (story.journal[n]?.at ?? 0) + offset);

const filters: fc.Arbitrary<HistoryFilter> = fc.record(
  {
    kinds: fc.subarray<MoneyEntry['kind']>(['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY', 'REVERSAL']),
    sources: fc.subarray<TransactionSource>([...SOURCES, 'REFUND']),
    from: momentNearby,
    to: momentNearby,
    orderId: fc.nat({ max: 62 }).map((n) => `order-${n}`),
    minAmount: fc.integer({ min: -1, max: 91 }).map(rupees),
    maxAmount: fc.integer({ min: -1, max: 91 }).map(rupees),
  },
  { requiredKeys: [] },
);

/** The filter as its description says it, over everything there is. Newest first. */
function expected({ kinds = [], sources = [], ...filter }: HistoryFilter): MoneyEntry[] {
  const { from, to, orderId, minAmount, maxAmount } = filter;
  const hasSource = (entry: MoneyEntry) =>
    (entry.kind === 'CREDIT' && sources.includes(entry.lot.source)) ||
    (entry.kind === 'REFUND' && sources.includes('REFUND'));
  return money
    .filter((entry) => kinds.length === 0 || kinds.includes(entry.kind))
    .filter((entry) => sources.length === 0 || hasSource(entry))
    .filter((entry) => from === undefined || entry.at >= from)
    .filter((entry) => to === undefined || entry.at < to)
    .filter((entry) => minAmount === undefined || entry.amount >= minAmount)
    .filter((entry) => maxAmount === undefined || entry.amount <= maxAmount)
    .filter((entry) => orderId === undefined || ('orderId' in entry && entry.orderId === orderId))
    .toReversed();
}

/** The sums of a month, added up one by one. */
function monthIn(list: readonly MoneyEntry[], month: string) {
  const entries = list.filter((entry) => monthOf(entry.at) === month);
  const totalOf = (isAdded: boolean) =>
    sum(entries.filter((entry) => signedAmount(entry) > 0n === isAdded).map(({ amount }) => amount));
  return { month, count: entries.length, added: totalOf(true), taken: totalOf(false) };
}

describe('a long history', () => {
  it('has every kind of entry often enough to be worth looking at', () => {
    expect(money.length).toBeGreaterThan(2_500);
    for (const kind of ['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY']) {
      expect(money.filter((entry) => entry.kind === kind).length).toBeGreaterThan(100);
    }
  });

  it('is found by instant: the last entry before it', async () => {
    const instants = fc.oneof(momentNearby, fc.constantFrom(0, story.now, story.now + 1, Infinity));
    await fc.assert(
      fc.asyncProperty(instants, async (instant) => {
        const before = story.journal.findLast((entry) => entry.at < instant) ?? null;
        expect(await lastEntryBefore(app, story.wallet, instant)).toEqual(before);
      }),
      { seed: propertySeed, numRuns: 100 },
    );
  });

  it('tells the balance at the end of every day, whichever days are asked for', async () => {
    const days = fc.integer({ min: 1, max: 366 });
    await fc.assert(
      fc.asyncProperty(momentNearby, days, async (moment, count) => {
        // The clock of the shop stands at a moment of the story: what is booked later counts as of now.
        const now = Math.max(story.wallet.openedAt, moment);
        app.clock.set(new Date(now).toISOString());
        const points = await balanceHistory(app, story.wallet, count);
        const past = Math.min(count - 1, daysBetween(story.wallet.openedAt, now));
        expect(points).toHaveLength(past + 1);
        expect(points.at(-1)).toEqual({ day: dayOf(now), closingBalance: story.wallet.balance });
        for (const [index, { day, closingBalance }] of points.slice(0, -1).entries()) {
          const end = addDays(startOfDay(now), index - past + 1);
          expect(day).toBe(dayOf(end - 1));
          expect(closingBalance).toBe(story.journal.findLast(({ at }) => at < end)?.balanceAfter ?? 0n);
        }
      }),
      { seed: propertySeed, numRuns: 30 },
    );
  });

  it('is read page by page like a filtered list, with its count, onwards and back', async () => {
    const sizes = fc.integer({ min: 1, max: 60 });
    await fc.assert(
      fc.asyncProperty(filters, sizes, fc.nat(), async (filter, size, start) => {
        const list = expected(filter);
        const at = list.length === 0 ? 0 : start % list.length;
        const cursor = list[at]?.seq;

        const onwards = await historyPage(app, story.wallet, filter, { first: size, after: cursor });
        const afterwards = cursor === undefined ? list : list.slice(at + 1);
        expect(onwards.entries).toEqual(afterwards.slice(0, size));
        expect(onwards.hasNextPage).toBe(afterwards.length > size);
        expect(onwards.totalCount).toBe(list.length);

        const back = await historyPage(app, story.wallet, filter, { last: size, before: cursor });
        const earlier = list.slice(0, at);
        expect(back.entries).toEqual(earlier.slice(-size));
        expect(back.hasPreviousPage).toBe(earlier.length > size);
        expect(back.totalCount).toBe(list.length);
      }),
      { seed: propertySeed, numRuns: 100 },
    );
  });

  it('says of every month on a page what the filter lets through of it, in full', async () => {
    const sizes = fc.integer({ min: 1, max: 400 });
    await fc.assert(
      fc.asyncProperty(filters, sizes, fc.nat(), fc.boolean(), async (filter, size, start, isForward) => {
        const list = expected(filter);
        const cursor = list.length === 0 ? undefined : list[start % list.length]?.seq;
        const asked = isForward ? { first: size, after: cursor } : { last: size, before: cursor };
        const page = await historyPage(app, story.wallet, filter, asked);
        const months = await historyMonths(app, story.wallet, filter, page);

        const isSingle = [filter.orderId, filter.minAmount, filter.maxAmount].some(
          (part) => part !== undefined,
        );
        const shown = [...new Set(page.entries.map((entry) => monthOf(entry.at)))];
        expect(months).toEqual(isSingle ? null : shown.map((month) => monthIn(list, month)));
      }),
      { seed: propertySeed, numRuns: 100 },
    );
  });

  it('begins with the newest entry and ends with the oldest', async () => {
    const seen: MoneyEntry[] = [];
    for (let after: number | undefined, isMore = true; isMore; after = seen.at(-1)?.seq) {
      const page = await historyPage(app, story.wallet, {}, { first: 100, after });
      seen.push(...page.entries);
      isMore = page.hasNextPage;
    }
    expect(seen).toEqual(money.toReversed());
  });

  it('counts only what is booked, also when the wallet is shown without what is due', async () => {
    const shown = asOf(story.wallet, story.now + 3_650 * 24 * HOUR, story.policy);
    expect(shown.lots.length).toBeLessThan(story.wallet.lots.length);
    const { totalCount, entries } = await historyPage(app, shown, {}, { first: 1 });
    expect([totalCount, entries]).toEqual([money.length, [money.at(-1)]]);
  });
});
