import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const KNOWN = 'id customerId name email phone language createdAt wallet { id }';

describe('saveCustomer', () => {
  it('creates a customer and replaces what is known of one, but not since when', async () => {
    const input = {
      customerId: 'asha',
      name: 'Asha Rao',
      email: 'asha@example.com',
      phone: '+91 98765 43210',
      language: 'en-IN',
    };
    await api.staff.act('saveCustomer', input, `customer { ${KNOWN} }`);
    api.app.clock.advance({ days: 1 });

    const payload = await api.admin.act(
      'saveCustomer',
      { customerId: 'asha', name: 'Asha R. Rao' },
      `customer { ${KNOWN} }`,
    );

    expect(payload).toMatchObject({
      userErrors: [],
      customer: {
        customerId: 'asha',
        name: 'Asha R. Rao',
        email: null,
        phone: null,
        language: null,
        createdAt: '2026-03-10T04:00:00.000Z',
        wallet: null,
      },
    });
  });

  it.each([
    ['customerId', { customerId: 'a b' }],
    ['customerId', { customerId: '' }],
    ['customerId', { customerId: '$where' }],
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(121) }],
    ['email', { email: 'not an address' }],
    ['phone', { phone: 'call me' }],
    ['language', { language: 'the local one' }],
  ])('refuses a malformed %s', async (field, wrong) => {
    const input = { customerId: 'bala', name: 'Bala', ...wrong };

    const { errors } = await api.staff.attempt('saveCustomer', input, 'customer { id }');

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: `input.${field}` } }]);
  });
});

describe('customer', () => {
  it('finds a customer by the id of the shop and by the id of the API, with the wallet', async () => {
    await api.openWallet('chitra');
    const query =
      'query Find($id: ID!) { customer(id: $id) { id customerId wallet { customer { customerId } } } }';
    const { customer } = await api.staff.read<{ customer: { id: string } }>(query, { id: 'chitra' });

    expect(customer).toMatchObject({ customerId: 'chitra', wallet: { customer: { customerId: 'chitra' } } });
    expect(await api.admin.read(query, { id: customer.id })).toEqual({ customer });
  });

  it('answers null for nobody', async () => {
    expect(await api.staff.read('{ customer(id: "nobody") { id } }')).toEqual({ customer: null });
  });
});
