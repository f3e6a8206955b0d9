import { openTestApi, type Client } from '../support/api.ts';

const api = openTestApi({ policy: { tierBasis: 'ROLLING_SPEND' } });

interface Payload {
  readonly customer: { readonly customerId: string } | null;
  readonly replayed: boolean;
  readonly userErrors: readonly Readonly<Record<string, unknown>>[];
}

function record(input: object, client: Client = api.staff): Promise<Payload> {
  const purchase = {
    customerId: 'asha',
    amount: { amount: '900' },
    purchasedAt: '2026-03-09T12:00:00+05:30',
    ...input,
  };
  return client.act<Payload>('recordPurchase', purchase, 'replayed customer { customerId }');
}

async function tierOf(customerId: string): Promise<unknown> {
  const { viewer } = await api
    .customer(customerId)
    .read<{ viewer: { wallet: { tier: { qualifyingAmount: { amount: string } } } } }>(
      '{ viewer { wallet { tier { qualifyingAmount { amount } } } } }',
    );
  return viewer.wallet.tier.qualifyingAmount.amount;
}

beforeAll(() => api.openWallet('asha'));

describe('recordPurchase', () => {
  it('notes an order of the shop and moves no money', async () => {
    expect(await record({ orderId: 'shop-1' })).toEqual({
      customer: { customerId: 'asha' },
      replayed: false,
      userErrors: [],
    });
    const { wallet } = await api.staff.read(
      '{ wallet(customerId: "asha") { balance { amount } transactionCount } }',
    );
    expect(wallet).toEqual({ balance: { amount: '0.00' }, transactionCount: 0 });
  });

  it('counts once for a tier by spend, with the part that was not paid with credits', async () => {
    await api.fundedWallet('bala', '500');
    await api.spend('bala', '200', { orderId: 'shop-2' });

    await record({ customerId: 'bala', orderId: 'shop-2', amount: { amount: '1500' } });

    expect(await tierOf('bala')).toBe('1500.00');
  });

  it('may be repeated, and counts once', async () => {
    await api.openWallet('chitra');
    const order = { customerId: 'chitra', orderId: 'shop-3' };
    await record(order);

    expect(await record(order)).toMatchObject({ replayed: true, userErrors: [] });
    expect(await tierOf('chitra')).toBe('900.00');
  });

  it('refuses another purchase under the same order', async () => {
    await record({ orderId: 'shop-4' });

    for (const other of [{ amount: { amount: '901' } }, { customerId: 'bala' }]) {
      expect(await record({ orderId: 'shop-4', ...other })).toMatchObject({
        customer: null,
        userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: '2026-03-10T04:00:00.000Z' }],
      });
    }
  });

  it('knows a customer who has no wallet yet', async () => {
    await api.staff.act('saveCustomer', { customerId: 'walletless', name: 'New Person' }, 'customer { id }');

    expect(await record({ customerId: 'walletless', orderId: 'shop-5' })).toMatchObject({ userErrors: [] });
  });

  it('refuses a customer whom the shop does not know', async () => {
    expect(await record({ customerId: 'nobody', orderId: 'shop-6' })).toMatchObject({
      customer: null,
      userErrors: [{ code: 'CUSTOMER_NOT_FOUND', field: ['input', 'customerId'] }],
    });
  });

  it.each([
    ['an order of nothing', { amount: { amount: '0' } }, 'amount'],
    ['an order of the future', { purchasedAt: '2026-03-10T09:30:01+05:30' }, 'purchasedAt'],
  ])('refuses %s', async (_, more, field) => {
    expect(await record({ orderId: `shop-${field}`, ...more })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', field] }],
    });
  });
});
