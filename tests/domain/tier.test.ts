import { defaultPolicy, type Policy, type TierBasis } from '../../api/domain/policy.ts';
import { tierFor, tierStanding } from '../../api/domain/wallet/tier.ts';
import { india, rupees, WalletStory } from './wallet-story.ts';

const edges = [
  [0n, 'BRONZE'],
  [99_999n, 'BRONZE'],
  [100_000n, 'SILVER'],
  [499_999n, 'SILVER'],
  [500_000n, 'GOLD'],
  [999_999n, 'GOLD'],
  [1_000_000n, 'PLATINUM'],
] as const;

function standing(story: WalletStory) {
  const { tier, ...rest } = tierStanding(story.wallet, story.policy, story.now);
  return { ...rest, level: tier.level, next: rest.next?.level ?? null };
}

/** Brings the qualifying amount of a basis to exactly this many paise. */
function qualified(tierBasis: TierBasis, amount: bigint): WalletStory {
  const story = new WalletStory({ policy: { tierBasis, operation: { min: 1n, max: rupees(1_00_000) } } });
  if (amount === 0n) return story;
  if (tierBasis === 'BALANCE') story.credit(amount);
  else {
    story.credit(amount + (tierBasis === 'ROLLING_SPEND' ? 1n : 0n));
    story.spend(amount);
  }
  return story;
}

describe.each<TierBasis>(['BALANCE', 'LIFETIME_CREDITS', 'ROLLING_SPEND'])('measured by %s', (basis) => {
  it.each(edges)('%s paise is %s', (amount, level) => {
    const { qualifying, level: held } = standing(qualified(basis, amount));
    expect({ qualifying, held }).toEqual({ qualifying: amount, held: level });
  });

  it('says what is still missing to the paisa', () => {
    expect(standing(qualified(basis, 99_999n))).toMatchObject({ next: 'SILVER', toNext: 1n });
    expect(standing(qualified(basis, 100_000n))).toMatchObject({ next: 'GOLD', toNext: 400_000n });
    expect(standing(qualified(basis, 1_000_000n))).toMatchObject({ next: null, toNext: null });
  });
});

describe('what raises and lowers a tier', () => {
  it('by balance, a spend lowers it and a refund restores it', () => {
    const story = qualified('BALANCE', 100_000n);
    const debit = story.spend(100n);
    expect(standing(story).level).toBe('BRONZE');
    story.refund(debit);
    expect(standing(story).level).toBe('SILVER');
  });

  it('by balance, what has expired no longer counts, booked or not', () => {
    const story = qualified('BALANCE', 100_000n);
    story.now = story.wallet.lots[0]?.expiresAt ?? 0;
    expect(standing(story)).toMatchObject({ level: 'BRONZE', qualifying: 0n });
    expect(tierStanding(story.wallet, story.policy, story.now - 1).tier.level).toBe('SILVER');
  });

  it('by lifetime credits, neither spending nor expiry lowers it and refunds do not raise it', () => {
    const story = qualified('LIFETIME_CREDITS', 100_000n);
    const [debit] = story.journal.filter((entry) => entry.kind === 'DEBIT');
    if (!debit) throw new Error('The story spends what it credits.');
    story.refund(debit);
    story.now = india('2031-01-01 00:00');
    story.expire();
    expect(standing(story)).toMatchObject({ level: 'SILVER', qualifying: 100_000n });
  });

  it('by rolling spend, a refund lowers it, though never below nothing', () => {
    const story = qualified('ROLLING_SPEND', 100_000n);
    const [debit] = story.journal.filter((entry) => entry.kind === 'DEBIT');
    if (!debit) throw new Error('The story spends what it credits.');
    story.refund(debit, 1n);
    expect(standing(story)).toMatchObject({ level: 'BRONZE', qualifying: 99_999n });
    story.now = india('2027-03-05 00:00');
    story.refund(debit, 2n);
    expect(standing(story).qualifying).toBe(0n);
  });

  it('by rolling spend, a refund lowers the month of its debit', () => {
    const story = new WalletStory({ at: india('2026-01-10 12:00'), policy: { tierBasis: 'ROLLING_SPEND' } });
    story.credit(rupees(1_000), { expiresOn: india('2030-01-01 12:00') });
    const debit = story.spend(rupees(400));
    story.now = india('2026-03-10 12:00');
    story.spend(rupees(100));
    story.refund(debit, rupees(150));
    expect(story.wallet.monthlySpend).toEqual([
      { month: '2026-01', amount: rupees(250) },
      { month: '2026-03', amount: rupees(100) },
    ]);
    story.now = india('2028-03-10 12:00');
    story.spend(rupees(50));
    story.refund(debit);
    expect(standing(story).qualifying).toBe(rupees(50));
  });

  it.each([
    ['before', ['REPORT', 400, 300]],
    ['between', [400, 'REPORT', 300]],
    ['after', [400, 300, 'REPORT']],
  ] as const)(
    'by rolling spend, an order counts once, reported %s the debits that pay for it',
    (_, steps) => {
      const story = new WalletStory({ policy: { tierBasis: 'ROLLING_SPEND' } });
      story.credit(rupees(1_000));
      const debits = steps.map((step) =>
        step === 'REPORT' ? story.purchase(rupees(1_000), 'order-1') : story.spend(rupees(step)),
      );
      expect(standing(story).qualifying).toBe(rupees(1_000));
      const [debit] = debits.flatMap((one) => ('kind' in one && one.kind === 'DEBIT' ? [one] : []));
      if (debit) story.refund(debit, rupees(50));
      expect(standing(story).qualifying).toBe(rupees(950));
      story.spend(rupees(50));
      story.spend(rupees(300));
      expect(standing(story).qualifying).toBe(rupees(1_000));
    },
  );

  it('by rolling spend, debits of a reported order count in their own month, and only the rest in that of the report', () => {
    const story = new WalletStory({ at: india('2026-01-31 12:00'), policy: { tierBasis: 'ROLLING_SPEND' } });
    story.credit(rupees(1_000));
    story.purchase(rupees(500), 'order-1');
    story.now = india('2026-02-01 12:00');
    story.spend(rupees(200));
    expect(story.wallet.monthlySpend).toEqual([
      { month: '2026-01', amount: rupees(300) },
      { month: '2026-02', amount: rupees(200) },
    ]);
    story.spend(rupees(400));
    expect(story.wallet).toMatchObject({
      openOrders: [],
      monthlySpend: [{ amount: 0n }, { amount: rupees(600) }],
    });
  });

  it('by rolling spend, the month of a spend counts until eleven months after it have ended', () => {
    const story = qualified('ROLLING_SPEND', 100_000n);
    story.now = india('2027-02-28 23:59:59.999');
    expect(standing(story).qualifying).toBe(100_000n);
    story.now += 1;
    expect(standing(story).qualifying).toBe(0n);
  });

  it('by rolling spend, the twelve months of a year all count although older ones were kept', () => {
    const story = new WalletStory({ at: india('2026-01-15 12:00'), policy: { tierBasis: 'ROLLING_SPEND' } });
    story.credit(rupees(1_000), { expiresOn: india('2030-01-01 12:00') });
    for (let month = 0; month < 14; month += 1) {
      story.now = Date.UTC(2026, month, 15);
      story.spend(rupees(10));
    }
    expect(story.wallet.monthlySpend).toHaveLength(12);
    expect(story.wallet.monthlySpend[0]).toEqual({ month: '2026-03', amount: rupees(10) });
    expect(standing(story).qualifying).toBe(rupees(120));
  });
});

describe('the ladder', () => {
  it('gives the lowest tier to less than nothing', () => {
    expect(tierFor(-1n, defaultPolicy).level).toBe('BRONZE');
  });

  it('has thresholds of ₹0, ₹1,000, ₹5,000 and ₹10,000', () => {
    expect(defaultPolicy.tiers.map(({ level, threshold }) => [level, threshold])).toEqual([
      ['BRONZE', 0n],
      ['SILVER', rupees(1_000)],
      ['GOLD', rupees(5_000)],
      ['PLATINUM', rupees(10_000)],
    ]);
  });

  it('can have a single tier', () => {
    const [only] = defaultPolicy.tiers;
    const policy: Policy = { ...defaultPolicy, tiers: [only] };
    const { wallet, now } = qualified('BALANCE', 1_000_000n);
    expect(tierStanding(wallet, policy, now)).toEqual({
      tier: only,
      qualifying: 1_000_000n,
      next: null,
      toNext: null,
    });
  });
});
