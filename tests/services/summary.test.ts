import fc from 'fast-check';
import { MOVEMENTS } from '../../api/domain/wallet/running-totals.ts';
import type { Entry } from '../../api/domain/wallet/entries.ts';
import { monthlySummaries, summarise, type Summary } from '../../api/services/queries/summary.ts';
import { findWallets } from '../../api/services/queries/find-wallets.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import { bulkAddCredits } from '../../api/services/bulk-add-credits.ts';
import * as acts from '../support/acts.ts';
import { callerOf, openTestApp, type TestApp } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { journalOf } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { propertySeed } from '../support/seed.ts';

const at = openTestDatabase();
const DAY = 86_400_000;
const START = Date.parse('2025-11-20T09:30:00+05:30');
const END = START + 360 * DAY;
let app: TestApp;
let wallet: Wallet;
let journal: readonly Entry[];

beforeAll(async () => {
  app = await openTestApp(at, { start: new Date(START).toISOString() });
  await acts.openWallets(app, ['asha']);
  await liveAYear();
  app.clock.set(new Date(END).toISOString());
  journal = await journalOf(app, 'asha');
  wallet = (await findWallets(app, ['asha'])).get('asha') ?? (await acts.storedWallet(app, 'asha'));
}, 180_000);
afterAll(() => app.close());

/** A year with all kinds of movements, several of them at the same instant. */
async function liveAYear(): Promise<void> {
  const sources = ['PURCHASE', 'PROMOTION', 'MANUAL', 'LOYALTY', 'REFERRAL'] as const;
  for (let week = 0; week < 52; week += 1) {
    const now = START + week * 7 * DAY;
    app.clock.set(new Date(now).toISOString());
    const source = sources[week % sources.length] ?? 'MANUAL';
    const expiresAt = week % 3 === 0 ? now + 5 * DAY : null;
    const credit = await acts.entryOf(acts.credit(app, 'asha', 50_00n, { source, expiresAt }));
    await acts.done(
      bulkAddCredits(app, callerOf('ADMIN'), acts.bulkOf([acts.bulkRow('asha')], 'VALID_ROWS')),
    );
    const debit = await acts.entryOf(acts.debit(app, 'asha', 20_00n + BigInt(week)));
    if (week % 4 === 0) await acts.done(acts.refund(app, debit.id, 7_00n));
    if (week % 10 === 9) await acts.reverse(app, credit.id);
  }
}

/** What happened from one instant (included) to another (not included), counted entry by entry. */
function recounted(from: number, to: number): Summary {
  const before = (instant: number) =>
    journal.filter((entry) => entry.at < instant).at(-1)?.balanceAfter ?? 0n;
  const within = journal.filter((entry) => entry.at >= from && entry.at < to);
  const movements = MOVEMENTS.map((movement) => {
    const moved = within.filter((entry) => nameOf(entry) === movement);
    const total = moved.reduce((sum, entry) => sum + ('amount' in entry ? entry.amount : 0n), 0n);
    return [movement, { count: moved.length, total }];
  });
  const [openingBalance, closingBalance] = [before(from), before(to)];
  return {
    movements: Object.fromEntries(movements) as Summary['movements'],
    net: closingBalance - openingBalance,
    openingBalance,
    closingBalance,
    openingHeld: 0n,
    closingHeld: 0n,
  };
}

function nameOf(entry: Entry): string {
  return entry.kind === 'CREDIT' ? entry.lot.source.toLowerCase() : entry.kind.toLowerCase();
}

describe('the summary of a period', () => {
  it('is, for any two instants, what a recount of the entries between them comes to', async () => {
    const moments = journal.map((entry) => entry.at);
    const moment = fc.oneof(
      fc.integer({ min: START - DAY, max: END }),
      fc.constantFrom(...moments).chain((exact) => fc.constantFrom(exact - 1, exact, exact + 1)),
    );
    const period = fc.tuple(moment, moment).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    await fc.assert(
      fc.asyncProperty(period, async ([from, to]) => {
        expect(await summarise(app, wallet, from, to)).toEqual(recounted(from, to));
      }),
      { seed: propertySeed, numRuns: 300 },
    );
  }, 180_000);

  it('of all time comes to the balance', async () => {
    const all = await summarise(app, wallet, null, null);
    expect(all).toMatchObject({ openingBalance: 0n, closingBalance: wallet.balance, net: wallet.balance });
    expect(all.movements.debit.count).toBe(52);
    const { hold: _, release: __, ...others } = all.movements;
    expect(Object.values(others).every(({ count }) => count > 0)).toBe(true);
  });

  it('that reaches into the future counts what is due as expired', async () => {
    const now = END + 4 * DAY;
    app.clock.set(new Date(now).toISOString());
    const viewed = (await findWallets(app, ['asha'])).get('asha');
    if (!viewed) throw new Error('Asha has a wallet.');
    const due = wallet.balance - viewed.balance;
    const summary = await summarise(app, viewed, END, now + 1);
    expect(summary).toMatchObject({
      openingBalance: wallet.balance,
      closingBalance: viewed.balance,
      net: -due,
    });
    expect(summary.movements.expiry.total).toBe(due);
    app.clock.set(new Date(END).toISOString());
  });

  it('ends where it is told to although the clock was set back behind the last entries', async () => {
    const last = wallet.updatedAt;
    app.clock.set(new Date(last - 2 * DAY).toISOString());
    expect(await summarise(app, wallet, START, last)).toEqual(recounted(START, last));
    app.clock.set(new Date(END).toISOString());
  });
});

describe('the months of a wallet', () => {
  it('are the calendar months in India, the current one last, and add up', async () => {
    const months = await monthlySummaries(app, wallet, 14);
    expect(months.map(({ month }) => month)).toEqual([
      ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
      ...['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
    ]);
    for (const [index, { month, ...summary }] of months.entries()) {
      const from = Date.parse(`${month}-01T00:00:00+05:30`);
      const next = months[index + 1]?.month;
      const to = next === undefined ? Infinity : Date.parse(`${next}-01T00:00:00+05:30`);
      expect(summary).toEqual(recounted(from, to));
    }
    expect(months.at(-1)?.closingBalance).toBe(wallet.balance);
  });
});

it('and all of it is sound', async () => {
  await expectSound(app);
});
