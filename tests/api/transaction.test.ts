import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const TRANSACTION = `query Transaction($id: ID!) {
  transaction(id: $id) {
    __typename id kind status source orderId amount { amount } signedAmount { amount }
    wallet { customer { customerId } }
    ... on Node { id }
    ... on CreditTransaction { remaining { amount } usedBy { amount { amount } transaction { __typename id } credit { id } } }
    ... on DebitTransaction { refundable { amount } }
    ... on RefundTransaction { debit { id } }
    ... on ExpiryTransaction { expiredAt createdAt credit { id } }
  }
}`;

function find(customerId: string, id: string) {
  return api.customer(customerId).read<{ transaction: Record<string, unknown> | null }>(TRANSACTION, { id });
}

async function history(customerId: string): Promise<{ id: string; kind: string }[]> {
  const { viewer } = await api.customer(customerId).read<{
    viewer: { wallet: { transactions: { nodes: { id: string; kind: string }[] } } };
  }>('{ viewer { wallet { transactions { nodes { id kind } } } } }');
  return viewer.wallet.transactions.nodes;
}

describe('transaction', () => {
  // credit 100 ── debit 60 ── expiry of the 40 that were left
  it('tells what became of a credit: spent in part, the rest expired', async () => {
    await api.openWallet('asha');
    const credit = await api.grant('asha', '100', { expiresAt: '2026-03-12T12:00:00+05:30' });
    const debit = await api.spend('asha', '60');
    api.app.clock.set('2026-03-13T09:00:00+05:30');
    await api.grant('asha', '10');
    const expiry = (await history('asha')).find(({ kind }) => kind === 'EXPIRY');

    expect(await find('asha', credit.transaction.id)).toMatchObject({
      transaction: {
        __typename: 'CreditTransaction',
        kind: 'CREDIT',
        status: 'EXPIRED',
        remaining: { amount: '0.00' },
        wallet: { customer: { customerId: 'asha' } },
        usedBy: [
          {
            amount: { amount: '60.00' },
            transaction: { __typename: 'DebitTransaction', id: debit.transaction.id },
            credit: { id: credit.transaction.id },
          },
          {
            amount: { amount: '40.00' },
            transaction: { __typename: 'ExpiryTransaction', id: expiry?.id },
            credit: { id: credit.transaction.id },
          },
        ],
      },
    });
    expect(await find('asha', expiry?.id ?? '')).toMatchObject({
      transaction: {
        __typename: 'ExpiryTransaction',
        status: 'COMPLETED',
        source: null,
        signedAmount: { amount: '-40.00' },
        expiredAt: '2026-03-12T18:29:59.999Z',
        createdAt: '2026-03-12T18:29:59.999Z',
        credit: { id: credit.transaction.id },
      },
    });
  });

  it('calls a credit that was spent before its time came completed', async () => {
    await api.openWallet('bala');
    const credit = await api.grant('bala', '100', { expiresAt: '2026-03-14T12:00:00+05:30' });
    await api.spend('bala', '100');
    api.app.clock.set('2026-03-15T09:00:00+05:30');

    expect(await find('bala', credit.transaction.id)).toMatchObject({
      transaction: { status: 'COMPLETED', remaining: { amount: '0.00' } },
    });
  });

  it('counts what a refund gave back as remaining', async () => {
    await api.openWallet('chitra');
    const credit = await api.grant('chitra', '100');
    const debit = await api.spend('chitra', '100');
    const refund = await api.staff.act(
      'refundCredits',
      { debitId: debit.transaction.id, amount: { amount: '25' }, reason: 'Returned' },
      'transaction { id }',
    );

    expect(await find('chitra', credit.transaction.id)).toMatchObject({
      transaction: { remaining: { amount: '25.00' } },
    });
    expect(await find('chitra', debit.transaction.id)).toMatchObject({
      transaction: { __typename: 'DebitTransaction', refundable: { amount: '75.00' } },
    });
    expect(await find('chitra', refund.transaction.id)).toMatchObject({
      transaction: { __typename: 'RefundTransaction', source: 'REFUND', debit: { id: debit.transaction.id } },
    });
  });

  it('answers a transaction of another customer exactly like one that does not exist', async () => {
    await api.openWallet('divya');
    const { transaction } = await api.grant('divya', '100');
    const missing = Buffer.from('Transaction:asha:nothing').toString('base64url');

    const others = await api.customer('asha').ask(TRANSACTION, { id: transaction.id });
    const nobodys = await api.customer('asha').ask(TRANSACTION, { id: missing });

    expect(others).toEqual({ data: { transaction: null }, errors: [] });
    expect(others).toEqual(nobodys);
    expect(await api.staff.read(TRANSACTION, { id: transaction.id })).toMatchObject({
      transaction: { id: transaction.id },
    });
  });

  it('answers null for ids that were not made here, and for entries that move no money', async () => {
    await api.openWallet('esha');
    const { wallet } = await api.staff.read<{ wallet: { id: string } }>(
      '{ wallet(customerId: "esha") { id } }',
    );

    for (const id of ['', 'nonsense', wallet.id, `${wallet.id}=`, '{"$gt":""}']) {
      expect(await api.staff.read(TRANSACTION, { id })).toEqual({ transaction: null });
    }
  });
});
