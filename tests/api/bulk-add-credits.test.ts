import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const RESULT = `credited refused undecided total { amount } replayed
  rows { index customerId transaction { id amount { amount } source reason expiresAt }
    userErrors { code field min { amount } max { amount } since firstUsedAt } }`;

interface Payload {
  readonly rows: readonly {
    readonly index: number;
    readonly customerId: string;
    readonly transaction: Readonly<Record<string, unknown>> | null;
    readonly userErrors: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly credited: number;
  readonly refused: number;
  readonly undecided: number;
  readonly total: { readonly amount: string };
  readonly replayed: boolean;
  readonly userErrors: readonly Readonly<Record<string, unknown>>[];
}

function row(customerId: string, amount = '10', more: object = {}) {
  return { customerId, amount: { amount }, reason: 'Festive bonus', ...more };
}

function bulk(rows: readonly object[], more: object = {}): Promise<Payload> {
  return api.admin.act<Payload>('bulkAddCredits', { rows, mode: 'ALL_OR_NOTHING', ...more }, RESULT);
}

async function balances(...customerIds: string[]): Promise<string[]> {
  const query = 'query Balance($customerId: ID!) { wallet(customerId: $customerId) { balance { amount } } }';
  return Promise.all(
    customerIds.map(async (customerId) => {
      const { wallet } = await api.staff.read<{ wallet: { balance: { amount: string } } }>(query, {
        customerId,
      });
      return wallet.balance.amount;
    }),
  );
}

async function wallets(name: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, n) => `${name}-${n}`);
  await Promise.all(ids.map((id) => api.openWallet(id)));
  return ids;
}

describe('bulkAddCredits', () => {
  it('credits every row and answers in the order of the rows', async () => {
    const [a, b] = (await wallets('all', 2)) as [string, string];

    const payload = await bulk([
      row(b, '10.50', { expiresAt: '2026-06-30T12:00:00+05:30', reference: 'line 1' }),
      row(a, '20', { source: 'LOYALTY' }),
      row(b, '5'),
    ]);

    expect(payload).toMatchObject({
      credited: 3,
      refused: 0,
      total: { amount: '35.50' },
      replayed: false,
      userErrors: [],
      rows: [
        {
          index: 0,
          customerId: b,
          transaction: {
            amount: { amount: '10.50' },
            source: 'PROMOTION',
            reason: 'Festive bonus',
            expiresAt: '2026-06-30T18:29:59.999Z',
          },
        },
        { index: 1, customerId: a, transaction: { amount: { amount: '20.00' }, source: 'LOYALTY' } },
        { index: 2, customerId: b, transaction: { amount: { amount: '5.00' } } },
      ],
    });
    expect(await balances(a, b)).toEqual(['20.00', '15.50']);
  });

  it('writes nothing unless every row can be, and names the faults by row and field', async () => {
    const [a, b] = (await wallets('none', 2)) as [string, string];
    await api.staff.act('setWalletStatus', { customerId: b, status: 'FROZEN', reason: 'Lost' }, 'replayed');

    const payload = await bulk([
      row(a),
      row('nobody'),
      row(a, '0.50'),
      row(a, '10', { reason: ' ' }),
      row(a, '10', { expiresAt: '2026-03-09T12:00:00+05:30' }),
      row(b),
    ]);

    expect(payload).toMatchObject({ credited: 0, refused: 5, total: { amount: '0.00' }, replayed: false });
    expect(payload.rows.map(({ transaction }) => transaction)).toEqual(Array(6).fill(null));
    expect(payload.rows.map(({ userErrors }) => userErrors)).toMatchObject([
      [],
      [{ code: 'WALLET_NOT_FOUND', field: ['rows', '1', 'customerId'] }],
      [{ code: 'AMOUNT_OUT_OF_RANGE', field: ['rows', '2', 'amount'], min: { amount: '1.00' } }],
      [{ code: 'INVALID_INPUT', field: ['rows', '3', 'reason'] }],
      [{ code: 'EXPIRES_IN_PAST', field: ['rows', '4', 'expiresAt'] }],
      [{ code: 'WALLET_FROZEN', field: ['rows', '5'], since: '2026-03-10T04:00:00.000Z' }],
    ]);
    expect(await balances(a)).toEqual(['0.00']);
  });

  it('writes the rows that can be written when that is asked for', async () => {
    const [a, b] = (await wallets('some', 2)) as [string, string];

    const payload = await bulk([row(a), row('nobody'), row(b)], { mode: 'VALID_ROWS' });

    expect(payload).toMatchObject({ credited: 2, refused: 1, total: { amount: '20.00' } });
    expect(await balances(a, b)).toEqual(['10.00', '10.00']);
  });

  it.each(['ALL_OR_NOTHING', 'VALID_ROWS'])(
    'says what would happen, and writes nothing: %s',
    async (mode) => {
      const [a] = (await wallets(`dry-${mode}`, 1)) as [string];
      const input = { mode, idempotencyKey: freshKey('bulk') };

      const dry = await bulk([row(a, '10'), row(a, '5')], { ...input, dryRun: true });

      expect(dry).toMatchObject({ credited: 2, refused: 0, total: { amount: '15.00' }, replayed: false });
      expect(dry.rows.map(({ transaction }) => transaction)).toEqual([null, null]);
      expect(await balances(a)).toEqual(['0.00']);
      expect(await bulk([row(a, '10'), row(a, '5')], input)).toMatchObject({ credited: 2, replayed: false });
      expect(await balances(a)).toEqual(['15.00']);
    },
  );

  it.each(['ALL_OR_NOTHING', 'VALID_ROWS'])(
    'doubles nothing when it is repeated with its key: %s',
    async (mode) => {
      const ids = await wallets(`again-${mode}`, 3);
      const rows = ids.map((id) => row(id));
      const input = { mode, idempotencyKey: freshKey('bulk') };
      const first = await bulk(rows, input);

      const second = await bulk(rows, input);

      expect(second).toEqual({ ...first, replayed: true });
      expect(await balances(...ids)).toEqual(['10.00', '10.00', '10.00']);
    },
  );

  it('answers a row that was refused as before when it is repeated, also where it could be credited now', async () => {
    const [a] = (await wallets('part', 1)) as [string];
    const rows = [row(a), row('later')];
    const input = { mode: 'VALID_ROWS', idempotencyKey: freshKey('bulk') };
    const first = await bulk(rows, input);
    expect(first).toMatchObject({ credited: 1, refused: 1, undecided: 0, replayed: false });
    await api.openWallet('later');

    expect(await bulk(rows, input)).toEqual({ ...first, replayed: true });
    expect(await bulk(rows, { ...input, dryRun: true })).toEqual({ ...first, replayed: true });
    expect(await balances(a, 'later')).toEqual(['10.00', '0.00']);
  });

  it('takes the key again, and mended rows, after all was refused because of one row', async () => {
    const [a] = (await wallets('mended', 1)) as [string];
    const idempotencyKey = freshKey('bulk');
    expect(await bulk([row(a), row('nobody')], { idempotencyKey })).toMatchObject({ refused: 1 });

    expect(await bulk([row(a)], { idempotencyKey })).toMatchObject({ credited: 1, replayed: false });
  });

  it.each([[{}], [{ dryRun: true }]])(
    'refuses other rows under a key that was used, and nothing happens: %j',
    async (more) => {
      const [a, b] = (await wallets(`conflict-${JSON.stringify(more).length}`, 2)) as [string, string];
      const input = { mode: 'VALID_ROWS', idempotencyKey: freshKey('bulk') };
      await bulk([row('nobody'), row(a), row(b)], input);

      const payload = await bulk([row(a), row(b)], { ...input, ...more });

      expect(payload).toMatchObject({
        rows: [],
        credited: 0,
        userErrors: [
          {
            code: 'IDEMPOTENCY_CONFLICT',
            field: ['input', 'idempotencyKey'],
            firstUsedAt: '2026-03-10T04:00:00.000Z',
          },
        ],
      });
      expect(await balances(a, b)).toEqual(['10.00', '10.00']);
    },
  );

  it.each([
    ['no rows', 0],
    ['more than a thousand', 1_001],
  ])('refuses %s', async (_, count) => {
    const payload = await bulk(Array.from({ length: count }, () => row('nobody')));

    expect(payload).toMatchObject({
      rows: [],
      credited: 0,
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'rows'] }],
    });
  });

  it.each([
    ['a customer id', { customerId: 'not an id' }, 'input.rows.1.customerId'],
    ['a reason', { reason: 'two\nlines' }, 'input.rows.1.reason'],
    ['a reference', { reference: '' }, 'input.rows.1.reference'],
  ])('cannot read %s that is none', async (_, wrong, field) => {
    const rows = [row('asha'), { ...row('asha'), ...wrong }];

    const { errors } = await api.admin.attempt('bulkAddCredits', { rows, mode: 'VALID_ROWS' }, RESULT);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });

  it('tells of so many rows that it cannot read, and that there are more', async () => {
    const rows = Array.from({ length: 60 }, () => ({ ...row('asha'), expiresAt: 'never' }));

    const { errors } = await api.admin.attempt('bulkAddCredits', { rows, mode: 'VALID_ROWS' }, RESULT);

    expect(new Set(errors?.map(({ extensions }) => extensions?.['code']))).toEqual(
      new Set(['BAD_USER_INPUT']),
    );
    expect(errors?.at(-1)?.message).toBe('More is wrong with the variables than is told here.');
  });

  it.each(['ALL_OR_NOTHING', 'VALID_ROWS'])('takes a thousand rows: %s', async (mode) => {
    const ids = await wallets(`thousand-${mode}`, 50);
    const rows = Array.from({ length: 1_000 }, (_, n) => row(ids[n % 50] as string, '1'));

    const payload = await bulk(rows, { mode });

    expect(payload).toMatchObject({ credited: 1_000, refused: 0, total: { amount: '1000.00' } });
    expect(new Set(await balances(...ids))).toEqual(new Set(['20.00']));
  });
});
