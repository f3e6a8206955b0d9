import fc from 'fast-check';
import { defaultPolicy, type Policy, type TierBasis } from '../../api/domain/policy.ts';
import { MOVEMENTS } from '../../api/domain/wallet/running-totals.ts';
import { tierStanding } from '../../api/domain/wallet/tier.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import { walletFilter } from '../../api/persistence/wallet-filter.ts';
import { monthOf } from '../../api/domain/calendar.ts';
import { movedIn } from '../../api/domain/programme.ts';
import { bandOf } from '../../api/domain/programme-figures.ts';
import { fillBands } from '../../api/persistence/schema-versions/fill-bands.ts';
import { gatherFigures, recountProgramme } from '../../api/persistence/count-programme.ts';
import { openStores } from '../../api/persistence/stores/stores.ts';
import { failureOf, inTransaction } from '../../api/persistence/transaction.ts';
import { expireCredits } from '../../api/services/expire-credits.ts';
import * as acts from '../support/acts.ts';
import { freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { withOwnEngine } from '../support/engine.ts';
import { openFunded, spend as spendCredits } from '../support/spending.ts';
import { openTestDatabase } from '../support/database.ts';
import { propertySeed } from '../support/seed.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());

const NOW = Date.parse('2026-11-20T12:00:00+05:30');
const SINCE = Date.parse('2026-08-22T00:00:00+05:30');
const EVERYBODY = { order: 'NEWEST_FIRST', limit: 1_000 } as const;

const THRESHOLDS = [0n, 1n, 1_000_00n, 5_000_00n, 10_000_00n];
/** Small amounts, so that wallets share them, and those at which a tier begins. */
const paise = fc.oneof(
  fc.bigInt({ min: 0n, max: 20n }),
  fc.constantFrom(...THRESHOLDS.flatMap((edge) => (edge === 0n ? [edge] : [edge - 1n, edge]))),
  fc.bigInt({ min: 0n, max: 12_000_00n }),
);
const lot = fc.record({
  original: fc.constant(20_000_00n),
  openedSeq: fc.constant(1),
  creditSeq: fc.constant(1),
  funding: fc.constantFrom('PURCHASED' as const, 'GRANTED'),
  source: fc.constant('PURCHASE' as const),
  expiresAt: fc.constantFrom(null, NOW + 1, NOW + 30 * 86_400_000, NOW + 400 * 86_400_000),
  remaining: paise.filter((amount) => amount > 0n),
});
const spend = fc.constantFrom('2025-10', '2025-11', '2025-12', '2026-01', '2026-11');

/** What a wallet is counted by; the rest is as in a new one. */
const counted = fc.record({
  status: fc.constantFrom('ACTIVE' as const, 'FROZEN', 'SUSPENDED'),
  lots: fc.array(lot, { maxLength: 3 }),
  running: fc.dictionary(fc.constantFrom(...MOVEMENTS), fc.record({ count: fc.constant(1), total: paise }), {
    noNullPrototype: true,
  }),
  monthlySpend: fc.array(
    fc.record({
      month: spend,
      amount: fc.oneof(
        paise,
        paise.map((amount) => -amount),
      ),
    }),
    { maxLength: 4 },
  ),
  rewardsClaimed: fc.constantFrom(0, 0, 1, 3),
  brought: fc.constantFrom(0, 0, 1, 20),
  updatedAt: fc.constantFrom(SINCE - 1, SINCE, NOW),
});

function walletOf(
  id: string,
  { brought, lots, ...same }: typeof counted extends fc.Arbitrary<infer C> ? C : never,
): Wallet {
  return {
    id,
    currency: 'INR',
    seq: 1,
    statusReason: null,
    statusSince: SINCE,
    balance: lots.reduce((total, { remaining }) => total + remaining, 0n),
    lots: lots.map((facts, n) => ({ ...facts, id: `${n}` })),
    holds: [],
    openOrders: [],
    largestDebit: null,
    referralCode: id,
    referrals: { count: brought, earned: 0n, month: null, inMonth: 0 },
    referredBy: null,
    extensions: [],
    openedAt: SINCE,
    lastTransactionAt: null,
    ...same,
  };
}

const populations = fc
  .array(counted, { maxLength: 40 })
  .map((people) => people.map((each, n) => walletOf(`wallet-${n}`, each)));

/** The database holds these wallets and no others. */
async function populate(wallets: readonly Wallet[]): Promise<void> {
  await app.database.collection('customer_wallets').deleteMany({});
  if (wallets.length === 0) return;
  const changes = wallets.map((after) => ({ id: after.id, before: undefined, after }));
  await inTransaction(
    app.database,
    (session) => app.stores.wallets.save(changes, session),
    () => true,
  );
}

function medianOf(sorted: readonly bigint[]): bigint {
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? 0n;
  const high = sorted[Math.floor(middle)] ?? 0n;
  return (low + high) / 2n;
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

const bases: readonly TierBasis[] = ['BALANCE', 'LIFETIME_CREDITS', 'ROLLING_SPEND'];

describe.each(bases)('a census of wallets whose tiers go by %s', (tierBasis) => {
  const policy: Policy = { ...defaultPolicy, tierBasis };
  const levelOf = (wallet: Wallet) => tierStanding(wallet, policy, NOW).tier.level;

  it('counts what looking at each wallet by itself comes to', async () => {
    await fc.assert(
      fc.asyncProperty(populations, async (wallets) => {
        await populate(wallets);
        await recountProgramme(app.database, policy);
        const census = await app.stores.census.take(policy, NOW);

        const active = wallets.filter(({ updatedAt }) => updatedAt >= SINCE);
        const usable = wallets.filter(({ status }) => status === 'ACTIVE');
        const balances = active.map(({ balance }) => balance).sort((a, b) => (a < b ? -1 : 1));
        const lots = wallets.flatMap((wallet) => wallet.lots);
        expect(census).toMatchObject({
          ...{ asOf: NOW, customers: 0, wallets: wallets.length, usable: usable.length },
          claimed: usable.filter(({ rewardsClaimed }) => rewardsClaimed > 0).length,
          referred: wallets.filter(({ referrals }) => referrals.count > 0).length,
          active: { wallets: active.length, balance: sumOf(balances), median: medianOf(balances) },
        });
        for (const { level } of policy.tiers)
          expect(census.tiers.get(level)).toBe(wallets.filter((each) => levelOf(each) === level).length);
        for (const owed of census.owed) {
          const same = lots.filter(
            ({ expiresAt, funding }) =>
              funding === owed.funding && (expiresAt === null ? null : monthOf(expiresAt)) === owed.month,
          );
          expect(owed.amount).toBe(sumOf(same.map(({ remaining }) => remaining)));
        }
        expect(sumOf(census.owed.map(({ amount }) => amount))).toBe(
          sumOf(wallets.map(({ balance }) => balance)),
        );
      }),
      { seed: propertySeed, numRuns: 40 },
    );
  });

  it('agrees with a list narrowed by tier', async () => {
    await fc.assert(
      fc.asyncProperty(populations, async (wallets) => {
        await populate(wallets);
        for (const { level } of policy.tiers) {
          const filter = walletFilter({ tiers: [level] }, policy, NOW);
          const listed = await app.stores.directory.wallets(filter, EVERYBODY);
          const held = wallets.filter((each) => levelOf(each) === level);
          expect(listed.map(({ id }) => id).sort()).toEqual(held.map(({ id }) => id).sort());
        }
      }),
      { seed: propertySeed, numRuns: 20 },
    );
  });
});

describe('the sums over all wallets', () => {
  it('have everything once, whoever counts and adds at the same time', async () => {
    await populate([]);
    await recountProgramme(app.database, app.policy);
    const own = [1, 2, 3].map((n) => withOwnEngine({ ...app, stores: storesNamed(`writer-${n}`) }));
    const ids = Array.from({ length: 12 }, (_, n) => `counted-${n}`);
    await openFunded(app, ids, 100_00n);
    await Promise.all([
      ...own.flatMap((each) => ids.map((id) => spendCredits(each, id, 7_00n, freshKey('counted')))),
      ...[1, 2].map(() => countAgain()),
      gatherFigures(app.database),
    ]);
    const census = await app.stores.census.take(app.policy, app.now());
    expect(census).toMatchObject({ customers: 12, wallets: 12, active: { median: 79_00n } });
    expect(sumOf(census.owed.map(({ amount }) => amount))).toBe(12n * 79_00n);
    await gatherFigures(app.database);
    expect(await app.stores.census.take(app.policy, app.now())).toEqual(census);
    expect(await app.database.collection('programme_figures').countDocuments({ sheet: 'all' })).toBe(1);
  });

  it('have the balance in the middle also where a process that knows no stretches has left some behind', async () => {
    const wallets = app.database.collection<{ _id: string; band?: number }>('customer_wallets');
    await wallets.updateMany({ _id: { $in: ['counted-0', 'counted-1'] } }, { $set: { band: 1 } });
    await wallets.updateOne({ _id: 'counted-2' }, { $unset: { band: true } });
    const census = () => app.stores.census.take(app.policy, app.now());
    expect((await census()).active.median).toBe(79_00n);

    await fillBands(app.database);
    expect((await wallets.findOne({ _id: 'counted-2' }))?.band).toBe(bandOf(79_00n));
    expect((await census()).active.median).toBe(79_00n);
  });

  it('count what is due as expired without booking it, and are the same once it is booked', async () => {
    await acts.credit(app, 'counted-0', 50_00n, { expiresAt: app.now() });
    app.clock.set('2026-04-20T12:00:00+05:30');
    const before = await app.stores.census.take(app.policy, app.now());
    expect(await app.stores.wallets.soonestExpiry()).toBeLessThan(app.now());
    expect(sumOf(before.owed.map(({ amount }) => amount))).toBe(12n * 79_00n);

    await expireCredits(app, 'test');
    const after = await app.stores.census.take(app.policy, app.now());
    expect({ ...before, stays: null }).toEqual({ ...after, stays: null });
    expect(movedIn('2026-04', before.stays)).toEqual(movedIn('2026-04', after.stays));
    expect(movedIn('2026-03', before.stays)).toEqual(movedIn('2026-03', after.stays));
  });
});

function storesNamed(writer: string) {
  return openStores(app.database, app.policy, writer);
}

/** Somebody else may be counting too, and then one of them does. */
function countAgain(): Promise<void> {
  return recountProgramme(app.database, app.policy).catch((error: unknown) => {
    if (failureOf(error) === 'FATAL') throw error;
  });
}
