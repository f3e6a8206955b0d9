import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

beforeAll(() => api.fundedWallet('asha', '500'));
const input = { amount: { amount: '10' }, orderId: 'order-1' };

function deduct(change: object) {
  return api.customer('asha').attempt('deductCredits', { ...input, ...change }, 'replayed');
}

describe('a malformed amount', () => {
  it.each([
    ['a float', 0.1],
    ['a whole number', 10],
    ['a third decimal', '10.005'],
    ['an exponent', '1e2'],
    ['a thousands separator', '1,000'],
    ['a sign', '+10'],
    ['a space', ' 10'],
    ['no digits', ''],
    ['a name', 'NaN'],
    ['too many digits', '90071992547409930'],
    ['another script', '१०'],
    ['an object', { $gt: '' }],
    ['nothing', null],
  ])('with %s is refused by the name of its field', async (_, amount) => {
    const { data, errors } = await deduct({ amount: { amount } });

    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: 'input.amount.amount', requestId: 'req-customer' } },
    ]);
  });

  it.each(['0.1', '10', '"10.005"', '"1e2"', 'TEN', '["10"]'])(
    'written into the operation as %s is refused by the name of its field',
    async (amount) => {
      const { data, errors } = await api.customer('asha').ask(`mutation Test {
        deductCredits(input: { amount: { amount: ${amount} }, orderId: "o", idempotencyKey: "${freshKey()}" }) { replayed }
      }`);

      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'amount' } }]);
    },
  );
});

describe('a malformed moment', () => {
  it.each([
    ['a day alone', '2026-06-30'],
    ['no offset', '2026-06-30T10:00:00'],
    ['a day that does not exist', '2026-02-30T10:00:00Z'],
    ['a month that does not exist', '2026-13-01T10:00:00Z'],
    ['an hour that does not exist', '2026-06-30T25:00:00Z'],
    ['words', 'tomorrow'],
    ['a number', 1_780_000_000_000],
  ])('with %s is refused by the name of its field', async (_, expiresAt) => {
    const grant = { customerId: 'asha', amount: { amount: '10' }, reason: 'Gift', expiresAt };

    const { errors } = await api.admin.attempt('addCredits', grant, 'replayed');

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'input.expiresAt' } }]);
  });

  it('is also refused where it is written into the operation', async () => {
    const { errors } = await api
      .customer('asha')
      .ask('{ viewer { wallet { transactions(filter: { from: "2026-06-30" }) { totalCount } } } }');

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'from' } }]);
  });
});

describe('a malformed text', () => {
  it.each([
    ['idempotencyKey', ''],
    ['idempotencyKey', 'fifteen-letters'],
    ['idempotencyKey', 'x'.repeat(129)],
    ['idempotencyKey', 'x'.repeat(10_000)],
    ['idempotencyKey', 'with a space in it'],
    ['idempotencyKey', 'sixteen-letters-\u0000'],
    ['orderId', ''],
    ['orderId', 'x'.repeat(65)],
    ['orderId', 'order\n1'],
    ['reason', 'x'.repeat(201)],
    ['reason', 'one line\nand another'],
    ['customerId', 'a b'],
    ['customerId', 'x'.repeat(65)],
  ])('in %s is refused by its name and not repeated', async (field, value) => {
    const change = { customerId: 'asha', [field]: value };

    const { errors } = await api.staff.attempt('deductCredits', { ...input, ...change }, 'replayed');

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: `input.${field}` } }]);
    if (value.length > 20) expect(JSON.stringify(errors)).not.toContain(value.slice(0, 20));
  });

  it('of the longest kind is accepted, in any script', async () => {
    const reason = 'ச'.repeat(200);
    const grant = { customerId: 'bala', amount: { amount: '10' }, reason };
    await api.openWallet('bala');

    const payload = await api.admin.act('addCredits', grant, 'transaction { reason }');

    expect(payload.transaction).toEqual({ reason });
  });
});

describe('an input that is not of the contract', () => {
  it.each([
    ['a missing key', { idempotencyKey: undefined }, 'input'],
    ['a key of nothing', { idempotencyKey: null }, 'input.idempotencyKey'],
    ['an unknown field', { role: 'ADMIN' }, 'input'],
    ['a field of objects', { orderId: { $ne: null } }, 'input.orderId'],
    ['an unknown currency', { amount: { amount: '10', currencyCode: 'USD' } }, 'input.amount.currencyCode'],
  ])('with %s is refused', async (_, change, field) => {
    const { errors } = await deduct(change);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });
});

it('whatever was sent above, nothing of it moved money', async () => {
  const { viewer } = await api
    .customer('asha')
    .read('{ viewer { wallet { balance { amount } transactionCount } } }');

  expect(viewer).toEqual({ wallet: { balance: { amount: '500.00' }, transactionCount: 1 } });
});
