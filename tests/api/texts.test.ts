import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const [composed, decomposed] = ['Caf\u00e9', 'Cafe\u0301'];

async function grant(reason: string, more: object = {}) {
  return api.admin.act('addCredits', grantOf(reason, more), 'replayed transaction { reason }');
}

function grantOf(reason: string, more: object = {}) {
  return { customerId: 'asha', amount: { amount: '10' }, reason, ...more };
}

function spend(more: object) {
  const input = { customerId: 'asha', amount: { amount: '1' }, orderId: 'order-1', ...more };
  return api.staff.act('deductCredits', input, 'replayed transaction { reason }');
}

beforeAll(() => api.fundedWallet('asha', '500'));

describe('a text', () => {
  it('is taken without the space around it and in one form of Unicode', async () => {
    const { transaction } = await grant(`\u00a0 ${decomposed} au lait\n`);

    expect(transaction).toEqual({ reason: `${composed} au lait` });
  });

  it('that may be left out counts as left out when it is empty', async () => {
    const answers = await Promise.all(['', '  ', '\t\u2003'].map((reason) => spend({ reason })));

    for (const { transaction, userErrors } of answers) {
      expect({ transaction, userErrors }).toEqual({ transaction: { reason: null }, userErrors: [] });
    }
  });

  it('that must be given is refused when it is empty', async () => {
    for (const reason of ['', ' \u3000']) {
      expect(await grant(reason)).toMatchObject({
        userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'reason'] }],
      });
    }
  });

  it('is the same to an idempotency key however it was typed', async () => {
    const idempotencyKey = freshKey('typed');
    await grant(composed, { idempotencyKey });

    expect(await grant(` ${decomposed} `, { idempotencyKey })).toMatchObject({ replayed: true });
  });

  it('is measured as it is kept', async () => {
    const fits = ` ${'e\u0301'.repeat(200)} `;
    expect((await grant(fits)).transaction).toEqual({ reason: '\u00e9'.repeat(200) });
    // This letter is kept as two.
    const grows = await api.admin.attempt('addCredits', grantOf('\u0958'.repeat(101)), 'replayed');
    expect(grows.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'input.reason' } }]);
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['a bell', 'a\u0007b'],
    ['a line within', 'a\nb'],
    ['half a character', 'a\ud800'],
    ['the other half', '\udc00b'],
  ])('with %s is refused by the name of its field', async (_, reason) => {
    const { errors } = await api.admin.attempt('addCredits', grantOf(reason), 'replayed');

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'input.reason' } }]);
  });

  it('may have 200 characters that a language stores in two units each', async () => {
    const reason = '😀'.repeat(200);

    expect((await grant(reason)).transaction).toEqual({ reason });
  });

  it('may have several lines where it is a long one', async () => {
    const description = `One line\nand another ${'😀'.repeat(1_900)}`;
    const id = await api.makeReward({ description: ` ${description}\n` });
    const { reward } = await api.admin.read('query Reward($id: ID!) { reward(id: $id) { description } }', {
      id,
    });

    expect(reward).toEqual({ description });
  });

  it('is read in the same way inside of lists', async () => {
    const row = { customerId: 'asha', amount: { amount: '1' }, reason: ` ${decomposed} ` };
    const input = { rows: [row, { ...row, reason: ' ' }], mode: 'VALID_ROWS' };
    const { rows } = await api.admin.act<{ rows: unknown }>(
      'bulkAddCredits',
      input,
      'rows { transaction { reason } userErrors { code } }',
    );

    expect(rows).toEqual([
      { transaction: { reason: composed }, userErrors: [] },
      { transaction: null, userErrors: [{ code: 'INVALID_INPUT' }] },
    ]);
  });

  it('leaves a reward as it was where its new words are empty', async () => {
    const rewardId = await api.makeReward();
    const input = { rewardId, name: ' ', description: '' };
    const { reward } = await api.admin.act<{ reward: unknown }>('updateReward', input, 'reward { name }');

    expect(reward).toEqual({ name: 'Early riser bonus' });
  });

  it('that says who a customer is may grow when it is made ready for searching', async () => {
    const name = '\u3316'.repeat(120);
    const saved = await api.staff.act<{ customer: unknown }>(
      'saveCustomer',
      { customerId: 'long-name', name, email: ' long@example.com ', phone: '', language: ' ' },
      'customer { name email phone language }',
    );
    expect(saved.customer).toEqual({ name, email: 'long@example.com', phone: null, language: null });
    const found = await api.staff.read(
      'query Found($name: String) { customers(search: $name) { totalCount } }',
      {
        name: name.slice(0, 60),
      },
    );
    expect(found).toEqual({ customers: { totalCount: 1 } });
  });
});

describe('what is no text', () => {
  it.each([
    ['a key', { idempotencyKey: ` ${freshKey('spaced')}` }, 'input.idempotencyKey'],
    ['a customer id', { customerId: ' asha' }, 'input.customerId'],
    ['a blank order number', { orderId: '  ' }, 'input.orderId'],
  ])('is not mended but refused: %s', async (_, change, field) => {
    const { errors } = await api.admin.attempt('addCredits', grantOf('Goodwill', change), 'replayed');

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });

  it.each(['asha\u0000', 'asha\ud800'])('is refused in a query as well: %j', async (customerId) => {
    const { errors } = await api.staff.ask(
      'query W($id: ID!) { wallet(customerId: $id) { balance { amount } } }',
      {
        id: customerId,
      },
    );

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('may be called like something of the language', async () => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      await api.fundedWallet(id, '10', { orderId: id });
      expect(await api.spend(id, '4', { orderId: id })).toMatchObject({ userErrors: [] });
      const { wallet } = await api.staff.read(
        'query W($id: ID!) { wallet(customerId: $id) { balance { amount } customer { name } transactionCount } }',
        { id },
      );
      expect(wallet).toEqual({
        balance: { amount: '6.00' },
        customer: { name: 'Asha Rao' },
        transactionCount: 2,
      });
    }
  });
});

describe('a moment', () => {
  it.each([
    ['year', '0000-06-30T12:00:00Z'],
    ['first moment', '0001-01-01T00:00:00+14:00'],
    ['last moment', '9999-12-31T23:59:59Z'],
  ])('outside of the years that can be written is refused: the %s', async (_, expiresAt) => {
    const { errors } = await api.admin.attempt('addCredits', grantOf('Far', { expiresAt }), 'replayed');

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'input.expiresAt' } }]);
  });

  it('on the last day of all is the last day of a credit', async () => {
    const { transaction } = await api.admin.act(
      'addCredits',
      grantOf('Far', { expiresAt: '9999-12-31T00:00:00+05:30' }),
      'transaction { expiresAt }',
    );
    expect(transaction).toEqual({ expiresAt: '9999-12-31T18:29:59.999Z' });
  });
});
