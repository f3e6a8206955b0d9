import { openTestApi, type Payload } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const RESULT = `replayed
  wallet { balance { amount } transactionCount }
  transaction {
    __typename id kind status source reason amount { amount } signedAmount { amount } balanceAfter { amount }
    notRecovered { amount } actor { id role } credit { id remaining { amount } usedBy { transaction { id kind } } }
  }`;

function reverse(creditId: string, more: object = {}): Promise<Payload> {
  return api.admin.act('reverseCredit', { creditId, reason: 'Wrong customer', ...more }, RESULT);
}

describe('reverseCredit', () => {
  // credit 500 ── debit 180 ── reversal of the 320 that were left
  it('takes back what is left and says what could not be taken', async () => {
    await api.openWallet('asha');
    const credit = await api.grant('asha', '500');
    const debit = await api.spend('asha', '180');

    const payload = await reverse(credit.transaction.id);

    const { id } = payload.transaction;
    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      wallet: { balance: { amount: '0.00' }, transactionCount: 3 },
      transaction: {
        __typename: 'ReversalTransaction',
        kind: 'REVERSAL',
        status: 'COMPLETED',
        source: null,
        reason: 'Wrong customer',
        amount: { amount: '320.00' },
        signedAmount: { amount: '-320.00' },
        balanceAfter: { amount: '0.00' },
        notRecovered: { amount: '180.00' },
        actor: { id: 'meera', role: 'ADMIN' },
        credit: {
          id: credit.transaction.id,
          remaining: { amount: '0.00' },
          usedBy: [
            { transaction: { id: debit.transaction.id, kind: 'DEBIT' } },
            { transaction: { id, kind: 'REVERSAL' } },
          ],
        },
      },
    });
  });

  it('leaves the other credits of the wallet alone', async () => {
    await api.fundedWallet('bala', '40');
    const credit = await api.grant('bala', '60');

    expect(await reverse(credit.transaction.id)).toMatchObject({
      wallet: { balance: { amount: '40.00' } },
      transaction: { notRecovered: { amount: '0.00' } },
    });
  });

  it('works in a frozen wallet', async () => {
    const customerId = await api.openWallet('chitra');
    const credit = await api.grant('chitra', '60');
    await api.staff.act('setWalletStatus', { customerId, status: 'FROZEN', reason: 'Lost' }, 'replayed');

    expect(await reverse(credit.transaction.id)).toMatchObject({ userErrors: [] });
  });

  it('gives the first answer again when it is repeated with its key', async () => {
    await api.openWallet('divya');
    const credit = await api.grant('divya', '60');
    const input = { idempotencyKey: freshKey('reverse') };
    const first = await reverse(credit.transaction.id, input);

    expect(await reverse(credit.transaction.id, input)).toEqual({ ...first, replayed: true });
    expect((await reverse(credit.transaction.id, { ...input, reason: 'Other' })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT' },
    ]);
  });

  it('refuses a credit of which nothing is left', async () => {
    await api.openWallet('esha');
    const credit = await api.grant('esha', '60');
    await api.spend('esha', '60');

    expect(await reverse(credit.transaction.id)).toMatchObject({
      transaction: null,
      userErrors: [{ code: 'CREDIT_USED_UP', field: ['input', 'creditId'] }],
    });
  });

  it('refuses what is no credit: a debit, a made-up id, nonsense', async () => {
    await api.fundedWallet('farah', '60');
    const debit = await api.spend('farah', '10');
    const madeUp = Buffer.from('Transaction:farah:nothing').toString('base64url');

    for (const creditId of [debit.transaction.id, madeUp, 'nonsense', '']) {
      expect((await reverse(creditId)).userErrors).toMatchObject([
        { code: 'CREDIT_NOT_FOUND', field: ['input', 'creditId'] },
      ]);
    }
  });

  it('asks for a reason', async () => {
    await api.openWallet('gita');
    const credit = await api.grant('gita', '60');

    expect((await reverse(credit.transaction.id, { reason: ' ' })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'reason'] },
    ]);
  });
});
