import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const RESULT = `
  replayed
  wallet {
    balance { amount } totalSpent { amount } totalRefunded { amount }
    lots { remaining { amount } original { amount } expiresAt credit { id } }
  }
  transaction {
    id kind status source orderId reason
    amount { amount } signedAmount { amount } balanceAfter { amount }
    actor { id }
    debit { id refundable { amount } refunds { id amount { amount } } }
    restores { amount { amount } credit { id remaining { amount } } transaction { id } }
  }`;

function refund(debitId: string, input: object = {}) {
  return api.staff.act('refundCredits', { debitId, reason: 'Returned', ...input }, RESULT);
}

describe('refundCredits', () => {
  // soon 500 ──┐                      ┌── late 200 (drawn last, given back first)
  //            ├── debit 700 ── refund 300 ──┤
  // late 500 ──┘                      └── soon 100
  it('gives back what was drawn last first, to the credits it came from', async () => {
    await api.openWallet('asha');
    const soon = await api.grant('asha', '500', { expiresAt: '2026-04-30T12:00:00+05:30' });
    const late = await api.grant('asha', '500', { expiresAt: '2026-12-31T12:00:00+05:30' });
    const debit = await api.spend('asha', '700', { orderId: 'order-9' });

    const payload = await refund(debit.transaction.id, { amount: { amount: '300' } });

    const { id } = payload.transaction;
    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      wallet: {
        balance: { amount: '600.00' },
        totalSpent: { amount: '700.00' },
        totalRefunded: { amount: '300.00' },
        lots: [
          {
            remaining: { amount: '100.00' },
            original: { amount: '500.00' },
            credit: { id: soon.transaction.id },
          },
          {
            remaining: { amount: '500.00' },
            original: { amount: '500.00' },
            credit: { id: late.transaction.id },
          },
        ],
      },
      transaction: {
        kind: 'REFUND',
        status: 'COMPLETED',
        source: 'REFUND',
        orderId: 'order-9',
        reason: 'Returned',
        amount: { amount: '300.00' },
        signedAmount: { amount: '300.00' },
        balanceAfter: { amount: '600.00' },
        actor: { id: 'ravi' },
        debit: {
          id: debit.transaction.id,
          refundable: { amount: '400.00' },
          refunds: [{ id, amount: { amount: '300.00' } }],
        },
        restores: [
          {
            amount: { amount: '200.00' },
            credit: { id: late.transaction.id, remaining: { amount: '500.00' } },
            transaction: { id },
          },
          {
            amount: { amount: '100.00' },
            credit: { id: soon.transaction.id, remaining: { amount: '100.00' } },
            transaction: { id },
          },
        ],
      },
    });
  });

  it('gives back all that is left when no amount is named', async () => {
    await api.fundedWallet('bala', '500');
    const debit = await api.spend('bala', '400');
    await refund(debit.transaction.id, { amount: { amount: '150' } });

    const payload = await refund(debit.transaction.id);

    expect(payload).toMatchObject({
      wallet: { balance: { amount: '500.00' } },
      transaction: { amount: { amount: '250.00' }, debit: { refundable: { amount: '0.00' } } },
    });
  });

  it('refuses more than is left and says how much that is', async () => {
    await api.fundedWallet('chitra', '500');
    const debit = await api.spend('chitra', '400');
    await refund(debit.transaction.id, { amount: { amount: '150' } });

    const payload = await refund(debit.transaction.id, { amount: { amount: '250.01' } });

    expect(payload).toMatchObject({
      transaction: null,
      userErrors: [
        { code: 'REFUND_EXCEEDS_DEBIT', field: ['input', 'amount'], refundable: { amount: '250.00' } },
      ],
    });
  });

  it('refuses a debit that has been refunded in full', async () => {
    await api.fundedWallet('divya', '500');
    const debit = await api.spend('divya', '400');
    await refund(debit.transaction.id);

    const payload = await refund(debit.transaction.id);

    expect(payload.userErrors).toMatchObject([
      { code: 'REFUND_EXCEEDS_DEBIT', refundable: { amount: '0.00' } },
    ]);
  });

  it('never gives back more than the debit when two refunds arrive at once', async () => {
    await api.fundedWallet('esha', '500');
    const debit = await api.spend('esha', '500');
    const most = { amount: { amount: '300' } };

    const payloads = await Promise.all([
      refund(debit.transaction.id, most),
      refund(debit.transaction.id, most),
    ]);

    const codes = payloads.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(['REFUND_EXCEEDS_DEBIT']);
  });

  it('lets what comes from an expired credit live for thirty more days', async () => {
    await api.fundedWallet('farah', '500', { expiresAt: '2026-03-12T12:00:00+05:30' });
    const debit = await api.spend('farah', '500');
    api.app.clock.set('2026-03-20T10:00:00+05:30');

    const payload = await refund(debit.transaction.id);

    expect(payload.wallet).toMatchObject({
      balance: { amount: '500.00' },
      lots: [{ remaining: { amount: '500.00' }, expiresAt: '2026-04-19T18:29:59.999Z' }],
    });
  });

  it('lands in a suspended wallet, since it is owed', async () => {
    const customerId = await api.fundedWallet('gita', '500');
    const debit = await api.spend('gita', '400');
    await api.admin.act('setWalletStatus', { customerId, status: 'SUSPENDED', reason: 'Fraud' }, 'replayed');

    const payload = await refund(debit.transaction.id);

    expect(payload).toMatchObject({ userErrors: [], wallet: { balance: { amount: '500.00' } } });
  });

  it('gives the first answer again when it is repeated with its key', async () => {
    await api.fundedWallet('hari', '500');
    const debit = await api.spend('hari', '400');
    const input = { idempotencyKey: freshKey('refund') };
    const first = await refund(debit.transaction.id, input);

    const second = await refund(debit.transaction.id, input);

    expect(second).toEqual({ ...first, replayed: true });
  });

  it('refuses the key of another refund', async () => {
    await api.fundedWallet('indu', '500');
    const debit = await api.spend('indu', '400');
    const input = { idempotencyKey: freshKey('refund') };
    await refund(debit.transaction.id, input);

    const payload = await refund(debit.transaction.id, { ...input, amount: { amount: '10' } });

    expect(payload.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it('refuses what is no debit: a credit, a made-up id, nonsense', async () => {
    await api.openWallet('jaya');
    const credit = await api.grant('jaya', '500');
    const madeUp = Buffer.from('Transaction:jaya:nothing').toString('base64url');

    for (const debitId of [credit.transaction.id, madeUp, 'nonsense', '']) {
      const payload = await refund(debitId);
      expect(payload.userErrors).toMatchObject([{ code: 'DEBIT_NOT_FOUND', field: ['input', 'debitId'] }]);
    }
  });

  it('refuses an amount of nothing', async () => {
    await api.fundedWallet('kiran', '500');
    const debit = await api.spend('kiran', '400');

    const payload = await refund(debit.transaction.id, { amount: { amount: '0' } });

    expect(payload.userErrors).toMatchObject([{ code: 'AMOUNT_OUT_OF_RANGE', max: { amount: '400.00' } }]);
  });
});
