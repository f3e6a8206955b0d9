import fc from 'fast-check';
import { defaultPolicy, type Policy, type TierBasis } from '../../api/domain/policy.ts';
import { MOVEMENTS } from '../../api/domain/wallet/running-totals.ts';
import { tierStanding } from '../../api/domain/wallet/tier.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import { inTransaction } from '../../api/persistence/transaction.ts';
import type { WalletGroup } from '../../api/persistence/stores/census.store.ts';
import { walletFilter } from '../../api/persistence/wallet-filter.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { propertySeed } from '../support/seed.ts';

const at = openTestDatabase();
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at)));
afterAll(() => app.close());

const NOW = Date.parse('2026-11-20T12:00:00+05:30');
const SINCE = Date.parse('2026-08-22T12:00:00+05:30');
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
        const census = await app.stores.census.take(policy, () => NOW);

        const active = wallets.filter(({ updatedAt }) => updatedAt >= SINCE);
        const usable = wallets.filter(({ status }) => status === 'ACTIVE');
        const balances = active.map(({ balance }) => balance).sort((a, b) => (a < b ? -1 : 1));
        const lots = wallets.flatMap((wallet) => wallet.lots);
        const count = (groups: readonly WalletGroup[]) =>
          groups.reduce((total, group) => total + group.wallets, 0);
        const { groups } = census;
        const activeGroups = groups.filter(({ isActive }) => isActive);
        const usableGroups = groups.filter(({ isUsable }) => isUsable);
        expect(census).toMatchObject({ asOf: NOW, customers: 0, activeMedian: medianOf(balances) });
        expect(count(groups)).toBe(wallets.length);
        expect(count(activeGroups)).toBe(active.length);
        expect(count(usableGroups)).toBe(usable.length);
        expect(count(usableGroups.filter(({ hasClaimed }) => hasClaimed))).toBe(
          usable.filter(({ rewardsClaimed }) => rewardsClaimed > 0).length,
        );
        expect(count(groups.filter(({ hasReferred }) => hasReferred))).toBe(
          wallets.filter(({ referrals }) => referrals.count > 0).length,
        );
        const held = sumOf(wallets.map(({ balance }) => balance));
        expect(sumOf(groups.map(({ balance }) => balance))).toBe(held);
        expect(sumOf(activeGroups.map(({ balance }) => balance))).toBe(sumOf(balances));
        for (const { level } of policy.tiers) {
          expect(count(groups.filter(({ tier }) => tier === level))).toBe(
            wallets.filter((each) => levelOf(each) === level).length,
          );
        }
        for (const owed of census.owed) {
          const same = lots.filter(
            ({ expiresAt, funding }) => expiresAt === owed.expiresAt && funding === owed.funding,
          );
          expect(owed.amount).toBe(sumOf(same.map(({ remaining }) => remaining)));
        }
        expect(sumOf(census.owed.map(({ amount }) => amount))).toBe(held);
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

describe('looks at all wallets', () => {
  it('are one at a time, and who asks during one shares the next', async () => {
    let looks = 0;
    const now = () => NOW + (looks += 1);
    const first = app.stores.census.take(defaultPolicy, now);
    await Promise.resolve();
    const others = [1, 2, 3].map(() => app.stores.census.take(defaultPolicy, now));
    const taken = await Promise.all([first, ...others]);

    expect(taken.map(({ asOf }) => asOf - NOW)).toEqual([1, 2, 2, 2]);
  });

  it('go on after one that failed', async () => {
    const withoutTiers = { ...defaultPolicy, tiers: [] } as unknown as Policy;
    await expect(app.stores.census.take(withoutTiers, () => NOW)).rejects.toThrow();

    expect(await app.stores.census.take(defaultPolicy, () => NOW)).toMatchObject({ asOf: NOW });
  });
});
