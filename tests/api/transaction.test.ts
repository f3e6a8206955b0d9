import { writeReference } from '../../api/domain/reference.ts';
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

describe('transactionByReference', () => {
  const FIND = 'query Find($reference: String!) { transactionByReference(reference: $reference) { id } }';

  it('finds for staff and for the owner what a person typed, and for strangers nothing', async () => {
    await api.openWallet('named');
    await api.openWallet('stranger');
    const { transaction } = await api.grant('named', '100');
    const { transaction: told } = await api
      .customer('named')
      .read<{ transaction: { reference: string } }>(
        'query Told($id: ID!) { transaction(id: $id) { reference } }',
        { id: transaction.id },
      );
    const typed = told.reference.toLowerCase().replaceAll('-', ' ');
    const found = { transactionByReference: { id: transaction.id } };
    const nothing = { transactionByReference: null };

    expect(told.reference).toMatch(/^EB-[0-9A-Z]{5,7}-2[0-9A-Z]$/);
    expect(await api.customer('named').read(FIND, { reference: typed })).toEqual(found);
    expect(await api.staff.read(FIND, { reference: typed })).toEqual(found);
    expect(await api.customer('stranger').read(FIND, { reference: typed })).toEqual(nothing);
    const wrong = `${told.reference.slice(0, -1)}${told.reference.endsWith('7') ? '8' : '7'}`;
    expect(await api.staff.read(FIND, { reference: wrong })).toEqual(nothing);
    // The opening moves no money, and so is no transaction.
    const opening = writeReference({ shortCode: told.reference.split('-')[1] ?? '', seq: 1 });
    expect(await api.staff.read(FIND, { reference: opening })).toEqual(nothing);
  });

  it('is told by every row of a history and by the answer of a debit', async () => {
    await api.openWallet('rows');
    await api.grant('rows', '100');
    const spent = await api
      .customer('rows')
      .act('deductCredits', { orderId: 'o-1', amount: { amount: '10' } }, 'transaction { reference }');
    const { viewer } = await api
      .customer('rows')
      .read<{ viewer: { wallet: { transactions: { nodes: { reference: string }[] } } } }>(
        '{ viewer { wallet { transactions { nodes { reference } } } } }',
      );

    const references = viewer.wallet.transactions.nodes.map(({ reference }) => reference);
    expect(references).toHaveLength(2);
    expect(references[0]).toBe((spent.transaction as unknown as { reference: string }).reference);
  });
});
