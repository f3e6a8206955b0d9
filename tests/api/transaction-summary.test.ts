import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const SUMMARY = `query Summary($from: DateTime, $to: DateTime) {
  viewer { wallet { balance { amount } transactionSummary(from: $from, to: $to) {
    from to count net { amount } openingBalance { amount } closingBalance { amount }
    byKind { kind count total { amount } } bySource { source count total { amount } }
  } } }
}`;

interface Summary extends Readonly<Record<string, unknown>> {
  readonly byKind: readonly { readonly count: number }[];
  readonly bySource: readonly { readonly count: number }[];
}

async function summary(variables: object = {}, customerId = 'asha'): Promise<Summary> {
  const { viewer } = await api
    .customer(customerId)
    .read<{ viewer: { wallet: { transactionSummary: Summary } } }>(SUMMARY, { ...variables });
  return viewer.wallet.transactionSummary;
}

/** What did occur. */
function occurring({ byKind, bySource, ...rest }: Summary) {
  return {
    ...rest,
    byKind: byKind.filter(({ count }) => count > 0),
    bySource: bySource.filter(({ count }) => count > 0),
  };
}

// 10 March: + 500 bought, + 100 gift until 15 March, - 50 | 12 March: + 20 refund | end of 15 March: - 70 expired | 20 March: - 200 reversed
beforeAll(async () => {
  await api.openWallet('asha');
  const mistake = await api.grant('asha', '200', { source: 'PURCHASE' });
  await api.grant('asha', '300', { source: 'PURCHASE' });
  await api.grant('asha', '100', { source: 'LOYALTY', expiresAt: '2026-03-15T12:00:00+05:30' });
  const { transaction } = await api.spend('asha', '50');
  api.app.clock.set('2026-03-12T09:30:00+05:30');
  const refund = { debitId: transaction.id, amount: { amount: '20' }, reason: 'Returned' };
  await api.staff.act('refundCredits', refund, 'replayed');
  api.app.clock.set('2026-03-20T09:30:00+05:30');
  await api.admin.act('reverseCredit', { creditId: mistake.transaction.id, reason: 'Twice' }, 'replayed');
});

describe('transactionSummary', () => {
  it('adds up everything by kind and by source when no period is named', async () => {
    expect(occurring(await summary())).toEqual({
      from: null,
      to: null,
      count: 7,
      net: { amount: '300.00' },
      openingBalance: { amount: '0.00' },
      closingBalance: { amount: '300.00' },
      byKind: [
        { kind: 'CREDIT', count: 3, total: { amount: '600.00' } },
        { kind: 'DEBIT', count: 1, total: { amount: '50.00' } },
        { kind: 'REFUND', count: 1, total: { amount: '20.00' } },
        { kind: 'EXPIRY', count: 1, total: { amount: '70.00' } },
        { kind: 'REVERSAL', count: 1, total: { amount: '200.00' } },
      ],
      bySource: [
        { source: 'PURCHASE', count: 2, total: { amount: '500.00' } },
        { source: 'LOYALTY', count: 1, total: { amount: '100.00' } },
        { source: 'REFUND', count: 1, total: { amount: '20.00' } },
      ],
    });
  });

  it('adds up a period: its first moment belongs to it, its last does not', async () => {
    const period = { from: '2026-03-12T04:00:00.000Z', to: '2026-03-20T04:00:00.000Z' };

    expect(occurring(await summary(period))).toEqual({
      ...period,
      count: 2,
      net: { amount: '-50.00' },
      openingBalance: { amount: '550.00' },
      closingBalance: { amount: '500.00' },
      byKind: [
        { kind: 'REFUND', count: 1, total: { amount: '20.00' } },
        { kind: 'EXPIRY', count: 1, total: { amount: '70.00' } },
      ],
      bySource: [{ source: 'REFUND', count: 1, total: { amount: '20.00' } }],
    });
  });

  it('names every kind and every source once, also those that did not occur', async () => {
    await api.openWallet('bala');
    const { byKind, bySource } = await summary({}, 'bala');

    const nothing = { count: 0, total: { amount: '0.00' } };
    expect(byKind).toEqual(
      ['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY', 'REVERSAL', 'HOLD', 'RELEASE'].map((kind) => ({
        kind,
        ...nothing,
      })),
    );
    expect(bySource).toHaveLength(6);
    expect(bySource).toContainEqual({ source: 'MANUAL', ...nothing });
  });

  it('is empty before the wallet was and after now', async () => {
    const before = { to: '2026-03-01T00:00:00Z' };
    const after = { from: '2026-04-01T00:00:00Z' };

    expect(await summary(before)).toMatchObject({ count: 0, closingBalance: { amount: '0.00' } });
    expect(await summary(after)).toMatchObject({
      count: 0,
      net: { amount: '0.00' },
      openingBalance: { amount: '300.00' },
      closingBalance: { amount: '300.00' },
    });
  });

  it('refuses a period that ends before it begins', async () => {
    const { errors } = await api
      .customer('asha')
      .ask(SUMMARY, { from: '2026-03-12T00:00:00Z', to: '2026-03-11T00:00:00Z' });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'to' } }]);
  });
});
