import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const RESULT =
  'replayed wallet { id status balance { amount } transactionCount createdAt lastTransactionAt customer { customerId } }';

function save(customerId: string) {
  return api.staff.act('saveCustomer', { customerId, name: 'Asha Rao' }, 'customer { id }');
}

describe('createWallet', () => {
  it('opens an empty, active wallet for the customer who asks', async () => {
    await save('asha');

    const payload = await api.customer('asha').act('createWallet', {}, RESULT);

    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      wallet: {
        status: 'ACTIVE',
        balance: { amount: '0.00' },
        transactionCount: 0,
        createdAt: '2026-03-10T04:00:00.000Z',
        lastTransactionAt: null,
        customer: { customerId: 'asha' },
      },
    });
  });

  it('opens one for a customer whom an admin names', async () => {
    await save('bala');

    const payload = await api.admin.act('createWallet', { customerId: 'bala' }, RESULT);

    expect(payload.wallet).toMatchObject({ customer: { customerId: 'bala' } });
  });

  it('refuses a second wallet and says since when there is one', async () => {
    await api.openWallet('chitra');

    const payload = await api.customer('chitra').act('createWallet', {}, RESULT);

    expect(payload).toMatchObject({
      wallet: null,
      userErrors: [
        { code: 'WALLET_EXISTS', field: ['input', 'customerId'], since: '2026-03-10T04:00:00.000Z' },
      ],
    });
  });

  it('gives the first answer again when it is repeated with its key', async () => {
    await save('divya');
    const idempotencyKey = freshKey('create');
    const first = await api.customer('divya').act('createWallet', { idempotencyKey }, RESULT);

    const second = await api.customer('divya').act('createWallet', { idempotencyKey }, RESULT);

    expect(second).toEqual({ ...first, replayed: true });
  });

  it('refuses a customer whom the shop does not know', async () => {
    const payload = await api.admin.act('createWallet', { customerId: 'nobody' }, RESULT);

    expect(payload).toMatchObject({
      wallet: null,
      userErrors: [{ code: 'CUSTOMER_NOT_FOUND', field: ['input', 'customerId'] }],
    });
  });

  it('asks an admin whose wallet it is, since admins have none', async () => {
    const payload = await api.admin.act('createWallet', {}, RESULT);

    expect(payload.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'customerId'] }]);
  });
});
