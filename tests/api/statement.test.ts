import { openTestApi } from '../support/api.ts';

const api = openTestApi({ start: '2026-03-30T09:30:00+05:30' });

interface Told {
  viewer: {
    wallet: {
      balance: { amount: string };
      statement: {
        from: string;
        to: string;
        count: number;
        openingBalance: { amount: string };
        closingBalance: { amount: string };
        byKind: { kind: string; count: number; total: { amount: string } }[];
        transactions: { totalCount: number; nodes: { signedAmount: { amount: string } }[] };
      };
    };
  };
}

async function statement(customerId: string, from: string, to: string) {
  const { viewer } = await api.customer(customerId).read<Told>(
    `{ viewer { wallet { balance { amount } statement(from: "${from}", to: "${to}") {
      from to count openingBalance { amount } closingBalance { amount } byKind { kind count total { amount } }
      transactions(first: 100) { totalCount nodes { signedAmount { amount } } }
    } } } }`,
  );
  const { statement: told, balance } = viewer.wallet;
  const moved = told.transactions.nodes.reduce(
    (sum, { signedAmount }) => sum + paise(signedAmount.amount),
    0n,
  );
  expect(paise(told.openingBalance.amount) + moved).toBe(paise(told.closingBalance.amount));
  expect(told.transactions.nodes).toHaveLength(told.count);
  return { ...told, balance: balance.amount };
}

function paise(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

describe('a statement', () => {
  it('adds up to the paisa over days in India, also where nobody has booked an expiry that is due', async () => {
    await api.openWallet('asha');
    await api.grant('asha', '500.10');
    api.app.clock.set('2026-03-31T23:59:59.999+05:30');
    await api.spend('asha', '100.05');
    api.app.clock.set('2026-04-01T00:00:00+05:30');
    await api.spend('asha', '1');
    await api.grant('asha', '40', { expiresAt: '2026-04-02T12:00:00+05:30' });
    // The first who looks after the forty rupees have gone.
    api.app.clock.set('2026-04-03T09:00:00+05:30');

    const march = await statement('asha', '2026-03-01', '2026-03-31');
    const april = await statement('asha', '2026-04-01', '2026-04-30');

    expect(march).toMatchObject({
      ...{ from: '2026-02-28T18:30:00.000Z', to: '2026-03-31T18:30:00.000Z', count: 2 },
      ...{ openingBalance: { amount: '0.00' }, closingBalance: { amount: '400.05' } },
    });
    expect(april).toMatchObject({
      ...{ to: '2026-04-03T03:30:00.000Z', count: 3, balance: '399.05' },
      ...{ openingBalance: { amount: '400.05' }, closingBalance: { amount: '399.05' } },
    });
    expect(april.byKind).toContainEqual({ kind: 'EXPIRY', count: 1, total: { amount: '40.00' } });
    expect(april.byKind).toContainEqual({ kind: 'DEBIT', count: 1, total: { amount: '1.00' } });
  });

  it.each([
    ['2026-02-30', '2026-03-01', 'from must be a day'],
    ['2026-03-01', 'today', 'to must be a day'],
    ['2026-03-02', '2026-03-01', 'to must not lie before from'],
  ])('is refused from %s to %s', async (from, to, problem) => {
    await api.openWallet(`no-${from}-${to}`);

    const { errors } = await api
      .customer(`no-${from}-${to}`)
      .ask(`{ viewer { wallet { statement(from: "${from}", to: "${to}") { count } } } }`);

    expect(errors).toMatchObject([
      { message: expect.stringContaining(problem) as unknown, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
