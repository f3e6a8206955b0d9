import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const RESULT = `replayed
  wallet { balance { amount } transactionCount lots { expiresAt daysLeft } }
  credit { id expiresAt amount { amount } }`;
const LATER = '2026-09-30T18:29:59.999Z';

interface Payload {
  readonly wallet: Readonly<Record<string, unknown>> | null;
  readonly credit: Readonly<Record<string, unknown>> | null;
  readonly replayed: boolean;
  readonly userErrors: readonly Readonly<Record<string, unknown>>[];
}

function extend(creditId: string, more: object = {}): Promise<Payload> {
  const input = { creditId, expiresAt: '2026-09-30T12:00:00+05:30', reason: 'Shop was closed', ...more };
  return api.admin.act<Payload>('extendExpiry', input, RESULT);
}

/** A wallet with one credit of ₹100 that expires at the end of March. */
async function creditOf(customerId: string): Promise<string> {
  await api.openWallet(customerId);
  const { transaction } = await api.grant(customerId, '100', { expiresAt: '2026-03-31T12:00:00+05:30' });
  return transaction.id;
}

describe('extendExpiry', () => {
  it('gives a credit more time, to the end of the day named, and moves no money', async () => {
    const creditId = await creditOf('asha');

    expect(await extend(creditId)).toMatchObject({
      replayed: false,
      userErrors: [],
      wallet: {
        balance: { amount: '100.00' },
        transactionCount: 1,
        lots: [{ expiresAt: LATER, daysLeft: 204 }],
      },
      credit: { id: creditId, expiresAt: LATER, amount: { amount: '100.00' } },
    });
  });

  it('is what the history and every look-up say from then on', async () => {
    const creditId = await creditOf('bala');
    await extend(creditId);

    const { transaction, viewer } = await api.customer('bala').read(
      `query Credit($id: ID!) {
        transaction(id: $id) { ... on CreditTransaction { expiresAt } }
        viewer { wallet { transactions { nodes { ... on CreditTransaction { expiresAt } } } lots { credit { expiresAt } } } }
      }`,
      { id: creditId },
    );

    expect(transaction).toEqual({ expiresAt: LATER });
    expect(viewer).toEqual({
      wallet: { transactions: { nodes: [{ expiresAt: LATER }] }, lots: [{ credit: { expiresAt: LATER } }] },
    });
  });

  it('lets the credit be spent after it would have expired', async () => {
    const creditId = await creditOf('chitra');
    await extend(creditId);
    api.app.clock.set('2026-04-15T09:30:00+05:30');

    const payload = await api.spend('chitra', '100');

    expect(payload.userErrors).toEqual([]);
    api.app.clock.set('2026-03-10T09:30:00+05:30');
  });

  it('gives the first answer again when it is repeated with its key', async () => {
    const creditId = await creditOf('divya');
    const input = { idempotencyKey: freshKey('extend') };
    const first = await extend(creditId, input);

    expect(await extend(creditId, input)).toEqual({ ...first, replayed: true });
    expect((await extend(creditId, { ...input, reason: 'Other' })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT' },
    ]);
  });

  it('refuses to take time away', async () => {
    const creditId = await creditOf('esha');

    expect(await extend(creditId, { expiresAt: '2026-03-30T12:00:00+05:30' })).toMatchObject({
      wallet: null,
      credit: null,
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'expiresAt'] }],
    });
  });

  it('refuses a day that has passed', async () => {
    const creditId = await creditOf('farah');

    expect((await extend(creditId, { expiresAt: '2026-03-09T12:00:00+05:30' })).userErrors).toMatchObject([
      { code: 'EXPIRES_IN_PAST', field: ['input', 'expiresAt'] },
    ]);
  });

  it('refuses a credit that is used up or has expired', async () => {
    const used = await creditOf('gita');
    await api.spend('gita', '100');
    const expired = await creditOf('hari');

    expect((await extend(used)).userErrors).toMatchObject([{ code: 'CREDIT_USED_UP' }]);
    api.app.clock.set('2026-04-01T09:30:00+05:30');
    expect((await extend(expired)).userErrors).toMatchObject([{ code: 'CREDIT_USED_UP' }]);
    api.app.clock.set('2026-03-10T09:30:00+05:30');
  });

  it('refuses what is no credit', async () => {
    await creditOf('indu');
    const debit = await api.spend('indu', '10');

    for (const creditId of [debit.transaction.id, 'nonsense']) {
      expect((await extend(creditId)).userErrors).toMatchObject([{ code: 'CREDIT_NOT_FOUND' }]);
    }
  });
});
