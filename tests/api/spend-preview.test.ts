import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const PREVIEW = `query Preview($customerId: ID!, $amount: MoneyInput!) {
  wallet(customerId: $customerId) { balance { amount } transactionCount spendPreview(amount: $amount) {
    amount { amount } canSpend shortBy { amount } balanceAfter { amount } tierAfter { level }
    refusal { code field available { amount } shortBy { amount } min { amount } max { amount } since }
    draws { amount { amount } credit { id } transaction { id kind amount { amount } balanceAfter { amount } } }
  } }
}`;

interface Preview extends Readonly<Record<string, unknown>> {
  readonly draws: readonly {
    readonly amount: object;
    readonly credit: object;
    readonly transaction: { readonly id: string };
  }[];
}

async function preview(customerId: string, amount: string): Promise<Preview> {
  const { wallet } = await api.customer(customerId).read<{ wallet: { spendPreview: Preview } }>(PREVIEW, {
    customerId,
    amount: { amount },
  });
  return wallet.spendPreview;
}

describe('spendPreview', () => {
  // soon 300 ──┐
  //            ├── debit 400 would leave 700, and SILVER would become BRONZE
  // late 800 ──┘
  it('says which credits a debit would use, and what balance and tier would be left', async () => {
    await api.openWallet('asha');
    const late = await api.grant('asha', '800', { expiresAt: '2026-12-31T12:00:00+05:30' });
    const soon = await api.grant('asha', '300', { expiresAt: '2026-04-30T12:00:00+05:30' });

    const previewed = await preview('asha', '400');

    expect(previewed).toMatchObject({
      amount: { amount: '400.00' },
      canSpend: true,
      shortBy: null,
      refusal: null,
      balanceAfter: { amount: '700.00' },
      tierAfter: { level: 'BRONZE' },
      draws: [
        {
          amount: { amount: '300.00' },
          credit: { id: soon.transaction.id },
          transaction: { kind: 'DEBIT', amount: { amount: '400.00' }, balanceAfter: { amount: '700.00' } },
        },
        { amount: { amount: '100.00' }, credit: { id: late.transaction.id } },
      ],
    });
  });

  it('is what the debit then does', async () => {
    await api.openWallet('bala');
    for (const day of ['11', '12', '13'])
      await api.grant('bala', '50', { expiresAt: `2026-03-${day}T12:00:00+05:30` });
    const { draws } = await preview('bala', '120');

    const debit = await api
      .customer('bala')
      .act(
        'deductCredits',
        { amount: { amount: '120' }, orderId: 'o-1' },
        'transaction { draws { amount { amount } credit { id } } }',
      );

    expect(debit.transaction['draws']).toEqual(draws.map(({ amount, credit }) => ({ amount, credit })));
  });

  it('writes nothing, and the debit that it shows cannot be looked up', async () => {
    await api.fundedWallet('chitra', '100');
    const [draw] = (await preview('chitra', '40')).draws;

    const { wallet, transaction } = await api
      .customer('chitra')
      .read(
        'query After($id: ID!) { wallet(customerId: "chitra") { balance { amount } transactionCount } transaction(id: $id) { id } }',
        { id: draw?.transaction.id },
      );

    expect(wallet).toEqual({ balance: { amount: '100.00' }, transactionCount: 1 });
    expect(transaction).toBeNull();
  });

  it('says how much is missing', async () => {
    await api.fundedWallet('divya', '450');

    expect(await preview('divya', '700')).toMatchObject({
      canSpend: false,
      shortBy: { amount: '250.00' },
      balanceAfter: { amount: '450.00' },
      draws: [],
      refusal: {
        code: 'INSUFFICIENT_FUNDS',
        field: null,
        available: { amount: '450.00' },
        shortBy: { amount: '250.00' },
      },
    });
  });

  it('refuses what a debit would refuse: too little at once, a frozen wallet', async () => {
    const customerId = await api.fundedWallet('esha', '450');

    expect(await preview('esha', '0.50')).toMatchObject({
      canSpend: false,
      shortBy: null,
      refusal: { code: 'AMOUNT_OUT_OF_RANGE', min: { amount: '1.00' } },
    });
    await api.staff.act('setWalletStatus', { customerId, status: 'FROZEN', reason: 'Lost' }, 'replayed');
    expect(await preview('esha', '50')).toMatchObject({
      canSpend: false,
      shortBy: null,
      refusal: { code: 'WALLET_FROZEN', since: '2026-03-10T04:00:00.000Z' },
    });
  });
});

describe('a preview for an order', () => {
  const FOR_ORDER = `query Preview($orderId: ID) {
    viewer { wallet { spendPreview(amount: { amount: "10" }, orderId: $orderId) {
      canSpend earlierDebit { id createdAt amount { amount } refundable { amount } }
    } } }
  }`;

  it('says which debit the order has already, and spends nothing', async () => {
    await api.openWallet('tara');
    await api.grant('tara', '100');
    await api.spend('tara', '20', { orderId: 'paid' });
    const { transaction } = await api.spend('tara', '30', { orderId: 'paid' });
    const asked = (orderId: string | null) => api.customer('tara').read(FOR_ORDER, { orderId });
    const told = (earlierDebit: object | null) => ({
      viewer: { wallet: { spendPreview: { canSpend: true, earlierDebit } } },
    });

    expect(await asked('paid')).toMatchObject(
      told({ id: transaction.id, amount: { amount: '30.00' }, refundable: { amount: '30.00' } }),
    );
    expect(await asked('other')).toEqual(told(null));
    expect(await asked(null)).toEqual(told(null));
  });

  it('is refused for what can be no number of an order', async () => {
    await api.openWallet('blank');
    const { errors } = await api.customer('blank').ask(FOR_ORDER, { orderId: '   ' });
    expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
