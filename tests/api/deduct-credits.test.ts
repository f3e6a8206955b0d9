import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const RESULT = `
  replayed
  wallet { balance { amount currencyCode } totalSpent { amount } transactionCount }
  transaction {
    id kind status source orderId reason
    amount { amount } signedAmount { amount } balanceAfter { amount }
    actor { id role channel }
    refundable { amount }
    refunds { id }
    draws { amount { amount } credit { id expiresAt } transaction { id } }
  }`;

function deduct(customerId: string, input: object) {
  const whole = { amount: { amount: '100' }, orderId: 'order-1', ...input };
  return api.customer(customerId).act('deductCredits', whole, RESULT);
}

describe('deductCredits', () => {
  it('draws the credits that expire soonest first and says which', async () => {
    await api.openWallet('asha');
    const late = await api.grant('asha', '500.00', { expiresAt: '2026-12-31T12:00:00+05:30' });
    const soon = await api.grant('asha', '500.00', { expiresAt: '2026-04-30T12:00:00+05:30' });

    const payload = await deduct('asha', { amount: { amount: '700' }, orderId: 'order-7', reason: 'Tea' });

    const { id } = payload.transaction;
    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      wallet: {
        balance: { amount: '300.00', currencyCode: 'INR' },
        totalSpent: { amount: '700.00' },
        transactionCount: 3,
      },
      transaction: {
        kind: 'DEBIT',
        status: 'COMPLETED',
        source: null,
        orderId: 'order-7',
        reason: 'Tea',
        amount: { amount: '700.00' },
        signedAmount: { amount: '-700.00' },
        balanceAfter: { amount: '300.00' },
        actor: { id: 'asha', role: 'CUSTOMER', channel: 'API' },
        refundable: { amount: '700.00' },
        refunds: [],
        draws: [
          {
            amount: { amount: '500.00' },
            credit: { id: soon.transaction.id, expiresAt: '2026-04-30T18:29:59.999Z' },
            transaction: { id },
          },
          {
            amount: { amount: '200.00' },
            credit: { id: late.transaction.id, expiresAt: '2026-12-31T18:29:59.999Z' },
            transaction: { id },
          },
        ],
      },
    });
  });

  it('lets staff spend for a customer at the counter', async () => {
    await api.fundedWallet('bala', '300');

    const input = { customerId: 'bala', amount: { amount: '120.50' }, orderId: 'counter-1' };
    const payload = await api.staff.act('deductCredits', input, RESULT);

    expect(payload).toMatchObject({
      wallet: { balance: { amount: '179.50' } },
      transaction: { actor: { id: 'ravi', role: 'STAFF' } },
    });
  });

  it('asks staff whose wallet it is, since they have none', async () => {
    const input = { amount: { amount: '10' }, orderId: 'order-1' };

    const payload = await api.staff.act('deductCredits', input, RESULT);

    expect(payload).toMatchObject({
      transaction: null,
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'customerId'] }],
    });
  });

  it('refuses to overspend and says how much there is and how much is missing', async () => {
    await api.fundedWallet('chitra', '450');

    const payload = await deduct('chitra', { amount: { amount: '700' } });

    expect(payload).toMatchObject({
      wallet: null,
      transaction: null,
      userErrors: [
        {
          code: 'INSUFFICIENT_FUNDS',
          message: 'The wallet holds ₹450.00, which is ₹250.00 too little.',
          field: ['input', 'amount'],
          available: { amount: '450.00' },
          shortBy: { amount: '250.00' },
          min: null,
          since: null,
        },
      ],
    });
  });

  it('gives the first answer again when it is repeated with its key', async () => {
    await api.fundedWallet('divya', '300');
    const input = { idempotencyKey: freshKey('deduct') };
    const first = await deduct('divya', input);

    const second = await deduct('divya', input);

    expect(second).toEqual({ ...first, replayed: true });
  });

  it('refuses the key of another call when the amount differs', async () => {
    await api.fundedWallet('esha', '300');
    const input = { idempotencyKey: freshKey('deduct') };
    await deduct('esha', input);

    const payload = await deduct('esha', { ...input, amount: { amount: '101' } });

    expect(payload.userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: '2026-03-10T04:00:00.000Z' },
    ]);
  });

  it('takes the key of one customer for a new one when another customer sends it', async () => {
    await api.fundedWallet('farah', '300');
    await api.fundedWallet('gita', '300');
    const input = { idempotencyKey: freshKey('deduct') };
    const first = await deduct('farah', input);

    const second = await deduct('gita', input);

    expect(second).toMatchObject({ replayed: false, wallet: { balance: { amount: '200.00' } } });
    expect(second.transaction.id).not.toBe(first.transaction.id);
  });

  it('acts once when the same call arrives many times at once', async () => {
    await api.fundedWallet('hari', '300');
    const input = { idempotencyKey: freshKey('deduct') };

    const payloads = await Promise.all(Array.from({ length: 20 }, () => deduct('hari', input)));

    expect(new Set(payloads.map(({ transaction }) => transaction.id)).size).toBe(1);
    expect(payloads.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(payloads[0]?.wallet).toMatchObject({ balance: { amount: '200.00' } });
  });

  it('does not spend what has expired, whether or not anybody booked that', async () => {
    await api.fundedWallet('indu', '300', { expiresAt: '2026-03-10T12:00:00+05:30' });
    api.app.clock.set('2026-03-11T00:00:00+05:30');

    const payload = await deduct('indu', {});

    expect(payload.userErrors).toMatchObject([
      { code: 'INSUFFICIENT_FUNDS', available: { amount: '0.00' }, shortBy: { amount: '100.00' } },
    ]);
  });

  it('refuses amounts outside the limits of one operation', async () => {
    await api.fundedWallet('jaya', '300');

    const payload = await deduct('jaya', { amount: { amount: '0.50' } });

    expect(payload.userErrors).toMatchObject([
      { code: 'AMOUNT_OUT_OF_RANGE', min: { amount: '1.00' }, max: { amount: '100000.00' } },
    ]);
  });

  it('refuses a frozen wallet', async () => {
    const customerId = await api.fundedWallet('kiran', '300');
    await api.staff.act('setWalletStatus', { customerId, status: 'FROZEN', reason: 'Card lost' }, 'replayed');

    const payload = await deduct('kiran', {});

    expect(payload.userErrors).toMatchObject([{ code: 'WALLET_FROZEN', field: null }]);
  });

  it('refuses a customer who has no wallet yet', async () => {
    const payload = await deduct('nobody', {});

    expect(payload.userErrors).toMatchObject([{ code: 'WALLET_NOT_FOUND', field: ['input', 'customerId'] }]);
  });
});

describe('deductCredits that is meant once', () => {
  it('is refused for an order that has a debit, and shows that one', async () => {
    await api.openWallet('once');
    await api.grant('once', '500');
    const { transaction } = await deduct('once', { orderId: 'once-1', onlyOnce: true });

    const shown = 'transaction { id }';
    const { data } = await api
      .customer('once')
      .ask(
        `mutation Pay($input: DeductCreditsInput!) { deductCredits(input: $input) { ${shown} userErrors { code field ${shown} } } }`,
        {
          input: {
            amount: { amount: '5' },
            orderId: 'once-1',
            onlyOnce: true,
            idempotencyKey: freshKey('x'),
          },
        },
      );

    expect(data).toEqual({
      deductCredits: {
        transaction: null,
        userErrors: [
          {
            code: 'ORDER_ALREADY_PAID',
            field: ['input', 'orderId'],
            transaction: { id: transaction.id },
          },
        ],
      },
    });
  });
});
