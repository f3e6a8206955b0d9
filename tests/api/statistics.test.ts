import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const STATISTICS = `{ viewer { wallet { statistics {
  creditCount debitCount refundCount expiryCount reversalCount averageDebit { amount } largestDebit { amount }
  daysSinceLastTransaction expiringIn30Days { amount } rewardsClaimed peopleReferred
  months {
    month purchased { amount } granted { amount } spent { amount } refunded { amount } expired { amount }
    reversed { amount } closingBalance { amount }
  }
} } } }`;

interface Statistics extends Readonly<Record<string, unknown>> {
  readonly months: readonly Readonly<Record<string, unknown>>[];
}

async function statisticsOf(customerId: string): Promise<Statistics> {
  const { viewer } = await api
    .customer(customerId)
    .read<{ viewer: { wallet: { statistics: Statistics } } }>(STATISTICS);
  return viewer.wallet.statistics;
}

/** Amounts of a month in the order in which they are read above. */
function month(name: string, ...amounts: string[]) {
  const names = ['purchased', 'granted', 'spent', 'refunded', 'expired', 'reversed', 'closingBalance'];
  return {
    month: name,
    ...Object.fromEntries(names.map((part, at) => [part, { amount: amounts[at] }])),
  };
}

describe('statistics', () => {
  it('has nothing to tell of a new wallet, month by month', async () => {
    await api.openWallet('asha');

    const { months, ...figures } = await statisticsOf('asha');

    expect(figures).toEqual({
      creditCount: 0,
      debitCount: 0,
      refundCount: 0,
      expiryCount: 0,
      reversalCount: 0,
      averageDebit: null,
      largestDebit: null,
      daysSinceLastTransaction: null,
      expiringIn30Days: { amount: '0.00' },
      rewardsClaimed: 0,
      peopleReferred: 0,
    });
    expect(months.map((each) => each['month'])).toEqual([
      ...['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'],
      ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
    ]);
  });

  // March: + 400 bought, + 100 gift until 31 March, - 1 - 2 - 2, - 95 expired at its end | April: + 1 refund, + 60 gift until 30 April
  it('counts, averages and follows the balance from month to month', async () => {
    await api.openWallet('bala');
    await api.grant('bala', '400', { source: 'PURCHASE' });
    await api.grant('bala', '100', { expiresAt: '2026-03-31T12:00:00+05:30' });
    await api.spend('bala', '1');
    await api.spend('bala', '2');
    const { transaction } = await api.spend('bala', '2');
    api.app.clock.set('2026-04-02T23:59:00+05:30');
    await api.grant('bala', '60', { expiresAt: '2026-04-30T12:00:00+05:30' });
    const refund = { debitId: transaction.id, amount: { amount: '1' }, reason: 'Returned' };
    await api.staff.act('refundCredits', refund, 'replayed');
    api.app.clock.set('2026-04-05T00:01:00+05:30');

    const { months, ...figures } = await statisticsOf('bala');

    expect(figures).toEqual({
      creditCount: 3,
      debitCount: 3,
      refundCount: 1,
      expiryCount: 1,
      reversalCount: 0,
      averageDebit: { amount: '1.67' },
      largestDebit: { amount: '2.00' },
      daysSinceLastTransaction: 3,
      expiringIn30Days: { amount: '61.00' },
      rewardsClaimed: 0,
      peopleReferred: 0,
    });
    expect(months.slice(-2)).toEqual([
      month('2026-03', '400.00', '100.00', '5.00', '0.00', '95.00', '0.00', '400.00'),
      month('2026-04', '0.00', '60.00', '0.00', '1.00', '0.00', '0.00', '461.00'),
    ]);
  });

  it.each([
    ['half a paisa up', ['1.00', '1.01'], '1.01'],
    ['less than half down', ['1.00', '1.00', '1.01'], '1.00'],
  ])('rounds the average: %s', async (name, debits, average) => {
    const customerId = await api.fundedWallet(`average-${name.replaceAll(' ', '-')}`, '100');
    for (const amount of debits) await api.spend(customerId, amount);

    expect(await statisticsOf(customerId)).toMatchObject({ averageDebit: { amount: average } });
  });

  it('counts claims and people who were brought', async () => {
    await api.openWallet('chitra');
    await api.openWallet('divya');
    const rewardId = await api.makeReward();
    await api.customer('chitra').act('claimReward', { rewardId }, 'replayed');
    const { viewer } = await api
      .customer('chitra')
      .read<{ viewer: { wallet: { referral: { code: string } } } }>(
        '{ viewer { wallet { referral { code } } } }',
      );
    await api.customer('divya').act('applyReferral', { code: viewer.wallet.referral.code }, 'replayed');

    expect(await statisticsOf('chitra')).toMatchObject({
      creditCount: 2,
      rewardsClaimed: 1,
      peopleReferred: 1,
      daysSinceLastTransaction: 0,
    });
  });
});
