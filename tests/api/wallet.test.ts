import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const WALLET = `query Wallet($customerId: ID!) {
  wallet(customerId: $customerId) {
    id status balance { amount } purchasedBalance { amount } grantedBalance { amount }
    totalEarned { amount } totalSpent { amount } totalRefunded { amount } totalExpired { amount }
    transactionCount createdAt updatedAt lastTransactionAt
    customer { customerId }
    lots { credit { reason } original { amount } remaining { amount } funding source expiresAt daysLeft }
  }
}`;

describe('wallet', () => {
  it('adds up what came in, what went out and what is left', async () => {
    const customerId = await api.openWallet('asha');
    await api.grant(customerId, '400', {
      source: 'PURCHASE',
      reason: 'Bought',
      expiresAt: '2026-05-01T12:00:00+05:30',
    });
    await api.grant(customerId, '100', { reason: 'Gift', expiresAt: '2026-03-10T12:00:00+05:30' });
    await api.grant(customerId, '50', { reason: 'Soon', expiresAt: '2026-03-11T12:00:00+05:30' });
    api.app.clock.set('2026-03-11T08:00:00+05:30');
    const debit = await api.spend(customerId, '120');
    const refund = { debitId: debit.transaction.id, amount: { amount: '20' }, reason: 'Returned' };
    await api.staff.act('refundCredits', refund, 'replayed');

    const { wallet } = await api.staff.read(WALLET, { customerId });

    expect(wallet).toEqual({
      id: expect.any(String),
      status: 'ACTIVE',
      balance: { amount: '350.00' },
      purchasedBalance: { amount: '350.00' },
      grantedBalance: { amount: '0.00' },
      totalEarned: { amount: '550.00' },
      totalSpent: { amount: '120.00' },
      totalRefunded: { amount: '20.00' },
      totalExpired: { amount: '100.00' },
      transactionCount: 6,
      createdAt: '2026-03-10T04:00:00.000Z',
      updatedAt: '2026-03-11T02:30:00.000Z',
      lastTransactionAt: '2026-03-11T02:30:00.000Z',
      customer: { customerId },
      lots: [
        {
          credit: { reason: 'Bought' },
          original: { amount: '400.00' },
          remaining: { amount: '350.00' },
          funding: 'PURCHASED',
          source: 'PURCHASE',
          expiresAt: '2026-05-01T18:29:59.999Z',
          daysLeft: 51,
        },
      ],
    });
  });

  it('no longer counts what has expired, even before anybody booked that', async () => {
    api.app.clock.set('2026-03-12T10:00:00+05:30');
    const customerId = await api.fundedWallet('bala', '100', { expiresAt: '2026-03-12T12:00:00+05:30' });
    api.app.clock.set('2026-03-13T00:00:00+05:30');

    const { wallet } = await api.customer('bala').read(WALLET, { customerId });

    expect(wallet).toMatchObject({
      balance: { amount: '0.00' },
      totalExpired: { amount: '100.00' },
      lots: [],
    });
  });

  it('answers the wallet of another customer exactly like one that does not exist', async () => {
    await api.fundedWallet('chitra', '100');
    const asha = api.customer('asha');

    const others = await asha.ask(WALLET, { customerId: 'chitra' });
    const nobodys = await asha.ask(WALLET, { customerId: 'nobody' });

    expect(others).toEqual({ data: { wallet: null }, errors: [] });
    expect(others).toEqual(nobodys);
  });
});

describe('expiringCredits', () => {
  const EXPIRING = `query Expiring($days: Int!) {
    viewer { wallet { expiringCredits(withinDays: $days) {
      total { amount } nextExpiryAt lots { remaining { amount } daysLeft }
    } } }
  }`;

  async function expiringWithin(days: number) {
    const { viewer } = await api
      .customer('divya')
      .read<{ viewer: { wallet: { expiringCredits: object } } }>(EXPIRING, { days });
    return viewer.wallet.expiringCredits;
  }

  beforeAll(async () => {
    api.app.clock.set('2026-04-01T23:00:00+05:30');
    await api.openWallet('divya');
    for (const [amount, day] of [
      ['10', '2026-04-01'],
      ['20', '2026-04-02'],
      ['30', '2026-05-01'],
      ['40', '2026-05-02'],
    ] as const) {
      await api.grant('divya', amount, { expiresAt: `${day}T12:00:00+05:30` });
    }
  });

  it('looks thirty midnights ahead when nothing else is said', async () => {
    const { viewer } = await api
      .customer('divya')
      .read('{ viewer { wallet { expiringCredits { total { amount } } } } }');

    expect(viewer).toMatchObject({ wallet: { expiringCredits: { total: { amount: '60.00' } } } });
  });

  it('counts midnights, so what ends tonight is within no days', async () => {
    expect(await expiringWithin(0)).toEqual({
      total: { amount: '10.00' },
      nextExpiryAt: '2026-04-01T18:29:59.999Z',
      lots: [{ remaining: { amount: '10.00' }, daysLeft: 0 }],
    });
    expect(await expiringWithin(1)).toMatchObject({ total: { amount: '30.00' } });
    expect(await expiringWithin(31)).toMatchObject({ total: { amount: '100.00' } });
  });

  it('names no moment when nothing expires', async () => {
    await api.openWallet('esha');

    const { viewer } = await api
      .customer('esha')
      .read('{ viewer { wallet { expiringCredits { total { amount } nextExpiryAt lots { daysLeft } } } } }');

    expect(viewer).toEqual({
      wallet: { expiringCredits: { total: { amount: '0.00' }, nextExpiryAt: null, lots: [] } },
    });
  });

  it.each([-1, 3_651])('refuses to look %d days ahead', async (days) => {
    const { errors } = await api.customer('divya').ask(EXPIRING, { days });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'withinDays' } }]);
  });
});

describe('tier', () => {
  const TIER = `query Tier {
    viewer { wallet { tier { tier { level } basis qualifyingAmount { amount } next { level } toNext { amount } } } }
  }`;

  it.each([
    ['999.99', 'BRONZE', 'SILVER', '0.01'],
    ['1000', 'SILVER', 'GOLD', '4000.00'],
    ['5000', 'GOLD', 'PLATINUM', '5000.00'],
  ])('at %s is %s, with %s the next', async (amount, level, next, toNext) => {
    const customerId = await api.fundedWallet(`tier-of-${level}`, amount);

    const { viewer } = await api.customer(customerId).read(TIER);

    expect(viewer).toMatchObject({
      wallet: {
        tier: { tier: { level }, basis: 'BALANCE', next: { level: next }, toNext: { amount: toNext } },
      },
    });
  });

  it('has nothing above the highest', async () => {
    const customerId = await api.fundedWallet('tier-of-PLATINUM', '10000');

    const { viewer } = await api.customer(customerId).read(TIER);

    expect(viewer).toMatchObject({
      wallet: { tier: { tier: { level: 'PLATINUM' }, next: null, toNext: null } },
    });
  });
});
