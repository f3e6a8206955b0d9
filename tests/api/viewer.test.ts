import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const QUERY = '{ viewer { id role customer { customerId name } wallet { balance { amount } } } }';

describe('viewer', () => {
  it('shows a customer to themselves, with the own wallet', async () => {
    await api.fundedWallet('asha', '120');
    await api.fundedWallet('bala', '999');

    expect(await api.customer('asha').read(QUERY)).toEqual({
      viewer: {
        id: expect.any(String),
        role: 'CUSTOMER',
        customer: { customerId: 'asha', name: 'Asha Rao' },
        wallet: { balance: { amount: '120.00' } },
      },
    });
  });

  it('shows no wallet to a customer who has none yet', async () => {
    await api.staff.act('saveCustomer', { customerId: 'chitra', name: 'Chitra' }, 'customer { id }');

    expect(await api.customer('chitra').read(QUERY)).toMatchObject({
      viewer: { customer: { customerId: 'chitra' }, wallet: null },
    });
  });

  it.each(['STAFF', 'ADMIN'] as const)(
    'shows neither customer nor wallet to %s, even with a name alike',
    async (role) => {
      await api.openWallet(`twin-of-${role}`);

      expect(await api.as(role, `twin-of-${role}`).read(QUERY)).toMatchObject({
        viewer: { role, customer: null, wallet: null },
      });
    },
  );

  it('tells an anonymous caller to sign in', async () => {
    const { data, errors } = await api.anonymous.ask(QUERY);

    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED', requestId: 'req-anonymous' } },
    ]);
  });
});
