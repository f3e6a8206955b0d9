import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const MONEY = '{ amount }';
const METRIC = '{ value target numerator denominator }';
const STATISTICS = `query Programme($from: DateTime, $to: DateTime) {
  programmeStatistics(from: $from, to: $to) {
    from to asOf walletCount activeWalletCount customerCount
    adoption ${METRIC} referralUsage ${METRIC} rewardClaimRate ${METRIC}
    totalBalance ${MONEY} averageBalance ${MONEY} medianBalance ${MONEY} averageBalanceTarget ${MONEY}
    prepaidRevenue { month amount ${MONEY} }
    prepaidRevenueTargetMin ${MONEY} prepaidRevenueTargetMax ${MONEY}
    tierDistribution { level wallets share target }
    liability { month funding amount ${MONEY} }
    movement {
      month purchased ${MONEY} granted ${MONEY} spent ${MONEY} refunded ${MONEY} expired ${MONEY} reversed ${MONEY}
      closingBalance ${MONEY}
    }
  }
}`;

type Statistics = Readonly<Record<string, unknown>>;

async function statistics(variables: object = {}): Promise<Statistics> {
  const data = await api.admin.read<{ programmeStatistics: Statistics }>(STATISTICS, { ...variables });
  return data.programmeStatistics;
}

function money(amount: string) {
  return { amount };
}

function month(name: string, closing: string, moved: Record<string, string> = {}) {
  const nothing = {
    purchased: '0.00',
    granted: '0.00',
    spent: '0.00',
    refunded: '0.00',
    expired: '0.00',
    reversed: '0.00',
  };
  const amounts = Object.entries({ ...nothing, ...moved, closingBalance: closing });
  return { month: name, ...Object.fromEntries(amounts.map(([what, amount]) => [what, money(amount)])) };
}

describe('the programme before anybody has a wallet', () => {
  it('is a row of zeros and divides by nothing', async () => {
    const none = { value: 0, numerator: 0, denominator: 0 };

    expect(await statistics()).toMatchObject({
      walletCount: 0,
      activeWalletCount: 0,
      customerCount: 0,
      adoption: { ...none, target: 0.3 },
      referralUsage: { ...none, target: 0.2 },
      rewardClaimRate: { ...none, target: null },
      totalBalance: money('0.00'),
      averageBalance: money('0.00'),
      medianBalance: money('0.00'),
      averageBalanceTarget: money('500.00'),
      prepaidRevenueTargetMin: money('20000.00'),
      prepaidRevenueTargetMax: money('30000.00'),
      tierDistribution: ['BRONZE', 'SILVER', 'GOLD', 'PLATINUM'].map((level) => ({
        level,
        wallets: 0,
        share: 0,
        target: level === 'SILVER' ? 0.4 : null,
      })),
      liability: [],
    });
  });
});

describe('the programme after half a year', () => {
  // dormant: credit in January, nothing since
  // asha:    buys 2,000 in April ── spends 500 in May ── 100 back in June
  // bala:    a mistaken purchase of 300, taken back; a promotion of 50 that expires in May
  // chitra:  joins by asha's code, claims a reward
  // dev:     frozen, empty        esha: a customer without a wallet
  beforeAll(async () => {
    const at = (time: string) => api.app.clock.set(`2026-${time}+05:30`);
    at('01-05T10:00:00');
    await api.fundedWallet('dormant', '10', { expiresAt: '2027-06-30T00:00:00+05:30' });
    at('04-02T10:00:00');
    await api.fundedWallet('asha', '2000', { source: 'PURCHASE', expiresAt: '2026-12-15T00:00:00+05:30' });
    await api.openWallet('bala');
    const mistake = await api.grant('bala', '300', { source: 'PURCHASE' });
    await api.grant('bala', '50', { source: 'PROMOTION', expiresAt: '2026-05-10T00:00:00+05:30' });
    at('04-30T23:59:59');
    const taken = { creditId: mistake.transaction.id, reason: 'Wrong customer' };
    await api.admin.act('reverseCredit', taken, 'replayed');
    at('05-01T00:00:00');
    const debit = await api.spend('asha', '500');
    at('05-11T10:00:00');
    await api.staff.read('{ wallet(customerId: "bala") { balance { amount } } }');
    at('06-03T10:00:00');
    const refund = { debitId: debit.transaction.id, amount: { amount: '100' }, reason: 'Returned' };
    await api.staff.act('refundCredits', refund, 'replayed');
    await api.openWallet('chitra');
    const asha = (await api.app.stores.wallets.load(['asha'])).get('asha');
    await api.customer('chitra').act('applyReferral', { code: asha?.referralCode }, 'replayed');
    const rewardId = await api.makeReward();
    await api.customer('chitra').act('claimReward', { rewardId }, 'replayed');
    await api.openWallet('dev');
    await api.staff.act('setWalletStatus', { customerId: 'dev', status: 'FROZEN', reason: 'Lost phone' });
    await api.staff.act('saveCustomer', { customerId: 'esha', name: 'Esha' });
    at('06-20T10:00:00');
  });

  it('counts wallets, customers and who is active', async () => {
    expect(await statistics()).toMatchObject({
      asOf: '2026-06-20T04:30:00.000Z',
      walletCount: 5,
      activeWalletCount: 4,
      customerCount: 6,
      adoption: { numerator: 4, denominator: 6, value: 4 / 6, target: 0.3 },
      referralUsage: { numerator: 1, denominator: 5, value: 0.2, target: 0.2 },
      rewardClaimRate: { numerator: 1, denominator: 4, value: 0.25, target: null },
    });
  });

  it('works out balances over the active wallets, and what is owed over all', async () => {
    // asha 1,600 + 100 for chitra; bala 0; chitra 50 + 75; dev 0
    expect(await statistics()).toMatchObject({
      totalBalance: money('1835.00'),
      averageBalance: money('456.25'),
      medianBalance: money('62.50'),
      liability: [
        { month: '2026-12', funding: 'PURCHASED', amount: money('1600.00') },
        { month: '2027-06', funding: 'GRANTED', amount: money('235.00') },
      ],
      tierDistribution: [
        { level: 'BRONZE', wallets: 4, share: 0.8, target: null },
        { level: 'SILVER', wallets: 1, share: 0.2, target: 0.4 },
        { level: 'GOLD', wallets: 0, share: 0, target: null },
        { level: 'PLATINUM', wallets: 0, share: 0, target: null },
      ],
    });
  });

  it('tells what moved in each month, also where nothing did', async () => {
    const { from, to, movement, prepaidRevenue } = await statistics({
      from: '2026-03-31T23:59:59+05:30',
      to: '2026-07-01T00:00:00+05:30',
    });

    expect([from, to]).toEqual(['2026-02-28T18:30:00.000Z', '2026-06-30T18:30:00.000Z']);
    expect(movement).toEqual([
      month('2026-03', '10.00'),
      month('2026-04', '2060.00', { purchased: '2300.00', granted: '50.00', reversed: '300.00' }),
      month('2026-05', '1510.00', { spent: '500.00', expired: '50.00' }),
      month('2026-06', '1835.00', { granted: '225.00', refunded: '100.00' }),
    ]);
    expect(prepaidRevenue).toEqual([
      { month: '2026-03', amount: money('0.00') },
      { month: '2026-04', amount: money('2300.00') },
      { month: '2026-05', amount: money('0.00') },
      { month: '2026-06', amount: money('0.00') },
    ]);
  });

  it('covers a year up to the current month when nothing is said', async () => {
    const { movement } = await statistics();
    const months = (movement as { month: string }[]).map((moved) => moved.month);

    expect(months).toHaveLength(12);
    expect([months[0], months.at(-1)]).toEqual(['2025-07', '2026-06']);
  });

  it.each([
    ['ends before it begins', { from: '2026-05-01T00:00:00Z', to: '2026-05-01T00:00:00Z' }],
    ['is longer than ten years', { from: '2016-06-01T00:00:00+05:30', to: '2026-07-01T00:00:00+05:30' }],
    ['begins in the future', { from: '2026-07-01T00:00:00Z' }],
  ])('refuses a period that %s', async (_, variables) => {
    const { errors } = await api.admin.ask(STATISTICS, variables);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'from' } }]);
  });
});
