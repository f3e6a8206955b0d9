import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi({ policy: { maxOpenLots: 3, maxBalance: 5_000_00n } });

const RESULT = `
  replayed
  wallet { balance { amount } purchasedBalance { amount } grantedBalance { amount } totalEarned { amount } }
  transaction {
    id kind status source reason orderId funding expiresAt
    amount { amount } signedAmount { amount } balanceAfter { amount } remaining { amount }
    actor { id role channel }
    usedBy { amount { amount } }
  }`;

function add(input: object) {
  const whole = { amount: { amount: '250.00' }, reason: 'Birthday', ...input };
  return api.admin.act('addCredits', whole, RESULT);
}

describe('addCredits', () => {
  it('adds a granted credit that expires at the end of the day named', async () => {
    const customerId = await api.openWallet('asha');

    const payload = await add({ customerId, source: 'PROMOTION', expiresAt: '2026-06-30T10:00:00+05:30' });

    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      wallet: {
        balance: { amount: '250.00' },
        purchasedBalance: { amount: '0.00' },
        grantedBalance: { amount: '250.00' },
        totalEarned: { amount: '250.00' },
      },
      transaction: {
        kind: 'CREDIT',
        status: 'COMPLETED',
        source: 'PROMOTION',
        reason: 'Birthday',
        orderId: null,
        funding: 'GRANTED',
        expiresAt: '2026-06-30T18:29:59.999Z',
        amount: { amount: '250.00' },
        signedAmount: { amount: '250.00' },
        balanceAfter: { amount: '250.00' },
        remaining: { amount: '250.00' },
        actor: { id: 'meera', role: 'ADMIN', channel: 'API' },
        usedBy: [],
      },
    });
  });

  it('counts a purchase as purchased and keeps its order', async () => {
    const customerId = await api.openWallet('bala');

    const payload = await add({ customerId, source: 'PURCHASE', orderId: 'shop-77' });

    expect(payload).toMatchObject({
      wallet: { purchasedBalance: { amount: '250.00' }, grantedBalance: { amount: '0.00' } },
      transaction: { source: 'PURCHASE', funding: 'PURCHASED', orderId: 'shop-77' },
    });
  });

  it('takes the source MANUAL and the lifetime of the tier where none are named', async () => {
    const customerId = await api.openWallet('chitra');

    const payload = await add({ customerId });

    expect(payload.transaction).toMatchObject({ source: 'MANUAL', expiresAt: '2027-03-10T18:29:59.999Z' });
  });

  it('gives the first answer again when it is repeated, even after the credit was spent', async () => {
    const customerId = await api.openWallet('divya');
    const input = { customerId, idempotencyKey: freshKey('add') };
    const first = await add(input);
    await api.spend('divya', '100');

    const second = await add(input);

    expect(second).toMatchObject({
      replayed: true,
      wallet: { balance: { amount: '150.00' } },
      transaction: { id: first.transaction.id, balanceAfter: { amount: '250.00' } },
    });
  });

  it.each([
    ['amount', { amount: { amount: '251.00' } }],
    ['source', { source: 'LOYALTY' }],
    ['reason', { reason: 'Something else' }],
    ['expiry', { expiresAt: '2026-09-30T10:00:00+05:30' }],
    ['order', { orderId: 'order-2' }],
  ])('refuses the key of another call when the %s differs', async (name, change) => {
    const customerId = await api.openWallet(`conflict-${name}`);
    const input = { customerId, idempotencyKey: freshKey('add') };
    await add(input);

    const payload = await add({ ...input, ...change });

    expect(payload).toMatchObject({
      wallet: null,
      transaction: null,
      userErrors: [
        {
          code: 'IDEMPOTENCY_CONFLICT',
          field: ['input', 'idempotencyKey'],
          firstUsedAt: '2026-03-10T04:00:00.000Z',
        },
      ],
    });
  });

  it('refuses an expiry that is not in the future', async () => {
    const customerId = await api.openWallet('esha');

    const payload = await add({ customerId, expiresAt: '2026-03-09T23:59:00+05:30' });

    expect(payload.userErrors).toMatchObject([{ code: 'EXPIRES_IN_PAST', field: ['input', 'expiresAt'] }]);
  });

  it('refuses what is below or above the limits of one operation, and names them', async () => {
    const customerId = await api.openWallet('farah');
    const limits = { code: 'AMOUNT_OUT_OF_RANGE', min: { amount: '1.00' }, max: { amount: '100000.00' } };

    for (const amount of ['0', '0.99', '-5', '100000.01']) {
      const payload = await add({ customerId, amount: { amount } });
      expect(payload.userErrors).toMatchObject([{ ...limits, field: ['input', 'amount'] }]);
    }
  });

  it('refuses what would lift the wallet above its limit, and says what it holds', async () => {
    const customerId = await api.fundedWallet('gita', '4900');

    const payload = await add({ customerId });

    expect(payload.userErrors).toMatchObject([
      { code: 'WALLET_LIMIT_EXCEEDED', max: { amount: '5000.00' }, available: { amount: '4900.00' } },
    ]);
  });

  it('refuses one credit more than a wallet can keep apart', async () => {
    const customerId = await api.openWallet('hari');
    for (let count = 0; count < 3; count += 1) await add({ customerId });

    const payload = await add({ customerId });

    expect(payload.userErrors).toMatchObject([{ code: 'TOO_MANY_LOTS', field: null }]);
  });

  it('refuses a frozen and a suspended wallet and says since when', async () => {
    const customerId = await api.openWallet('indu');
    for (const status of ['FROZEN', 'SUSPENDED']) {
      await api.admin.act('setWalletStatus', { customerId, status, reason: 'Card lost' }, 'replayed');
      const payload = await add({ customerId });
      expect(payload.userErrors).toMatchObject([
        { code: `WALLET_${status}`, since: '2026-03-10T04:00:00.000Z' },
      ]);
    }
  });

  it('refuses a customer without a wallet', async () => {
    const payload = await add({ customerId: 'nobody' });

    expect(payload.userErrors).toMatchObject([{ code: 'WALLET_NOT_FOUND', field: ['input', 'customerId'] }]);
  });

  it('refuses a reason that says nothing', async () => {
    const customerId = await api.openWallet('jaya');

    const payload = await add({ customerId, reason: '   ' });

    expect(payload.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'reason'] }]);
  });
});
