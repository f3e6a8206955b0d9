import { freshAttackKey, graphql, type Attack, type Shop } from '../attack.ts';

/** Amounts that are none, or none of ours: most are refused as they are read, some by a rule. */
const AMOUNTS: readonly unknown[] = [
  ...[
    '',
    ' ',
    '-',
    '-1',
    '-0.01',
    '+1',
    '1.005',
    '1.',
    '.5',
    '1e3',
    '1E3',
    '0x10',
    '1,000',
    '1_000',
    '१००',
    'NaN',
    'Infinity',
  ],
  ...[
    '-Infinity',
    'null',
    '1 ',
    ' 1',
    '1\u0000',
    '99999999999999999999',
    '9007199254740993',
    '00000000000000000000001',
    '1.00.00',
  ],
  ...[1, 0.1, 1e21, -1, true, null, [], ['1'], {}, { $gt: '' }],
];
const MUTATIONS = {
  addCredits: { as: 'admin', more: { customerId: 'asha', reason: 'Gift' } },
  deductCredits: { as: 'asha', more: { orderId: 'order-1' } },
  startTopUp: { as: 'asha', more: { method: 'UPI' } },
} as const;

/** Texts that are no id of anything here. */
const IDS: readonly string[] = [
  ...[
    '',
    ' ',
    'x'.repeat(300),
    "' OR '1'='1",
    '{"$gt":""}',
    '$where',
    '__proto__',
    '../../etc/passwd',
    'asha\u0000',
    'ASHA',
  ],
  ...[
    'Wallet:bala',
    'V2FsbGV0OmJhbGE=',
    'null',
    'undefined',
    '%00',
    '\ud800',
    '<script>',
    '😀',
    'bala:1',
    '*',
    '.*',
  ],
];

/** Values in the place of others, and what each comes to. */
export function inputAttacks(shop: Shop): Attack[] {
  return [...amounts(shop), ...ids(shop), ...texts(shop), ...moments(shop), ...variables(shop)];
}

function mutation(shop: Shop, name: keyof typeof MUTATIONS, input: object): Attack['request'] {
  const { as, more } = MUTATIONS[name];
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return graphql(
    shop.tokens[as],
    `mutation Attack($input: ${type}!) { ${name}(input: $input) { replayed userErrors { code } } }`,
    {
      input: { idempotencyKey: freshAttackKey(), ...more, ...input },
    },
  );
}

function amounts(shop: Shop): Attack[] {
  const bad = (Object.keys(MUTATIONS) as (keyof typeof MUTATIONS)[]).flatMap((name) =>
    AMOUNTS.map((amount): Attack => ({
      name: `${name} of the amount ${JSON.stringify(amount)}`,
      expects: 'BAD_USER_INPUT|AMOUNT_OUT_OF_RANGE',
      request: mutation(shop, name, { amount: { amount } }),
    })),
  );
  const currencies = ['USD', 'inr', '', null, 356, { $ne: 'INR' }].map((currencyCode): Attack => ({
    name: `deductCredits in ${JSON.stringify(currencyCode)}`,
    expects: 'BAD_USER_INPUT|INVALID_INPUT',
    request: mutation(shop, 'deductCredits', { amount: { amount: '1', currencyCode } }),
  }));
  return [...bad, ...currencies];
}

function ids({ tokens }: Shop): Attack[] {
  const lookUps = { wallet: 'customerId', transaction: 'id', reward: 'id', topUp: 'id' };
  return Object.entries(lookUps).flatMap(([field, argument]) =>
    IDS.map((id): Attack => ({
      name: `${field} of ${JSON.stringify(id).slice(0, 40)}`,
      expects: 'NULL|BAD_USER_INPUT',
      request: graphql(tokens.asha, `query Attack($id: ID!) { ${field}(${argument}: $id) { id } }`, { id }),
    })),
  );
}

function texts(shop: Shop): Attack[] {
  const reasons = [
    '',
    ' ',
    '\u0000',
    'x'.repeat(201),
    'x'.repeat(20_000),
    '\ud800',
    '\n\t',
    null,
    7,
    {},
    [],
    { $gt: '' },
  ];
  const orders = ['', ' ', 'x'.repeat(500), 'a\u0000b', '\ud800', null, {}, { $ne: null }];
  return [
    ...reasons.map((reason): Attack => ({
      name: `addCredits for the reason ${JSON.stringify(reason).slice(0, 40)}, ${String(reason).length} long`,
      expects: 'BAD_USER_INPUT|INVALID_INPUT',
      request: mutation(shop, 'addCredits', { amount: { amount: '1' }, reason }),
    })),
    ...orders.map((orderId): Attack => ({
      name: `deductCredits for the order ${JSON.stringify(orderId).slice(0, 40)}`,
      expects: 'BAD_USER_INPUT|INVALID_INPUT',
      request: mutation(shop, 'deductCredits', { amount: { amount: '1' }, orderId }),
    })),
  ];
}

function moments({ tokens }: Shop): Attack[] {
  const wrong = [
    '',
    'now',
    '2026-02-30T00:00:00Z',
    '2026-06-30',
    '+010000-01-01T00:00:00Z',
    '2026-06-30T24:61:00Z',
    0,
    1e15,
    null,
    {},
    [],
  ];
  return wrong
    .filter((value) => value !== null)
    .map((from): Attack => ({
      name: `a history from ${JSON.stringify(from)}`,
      expects: 'BAD_USER_INPUT',
      request: graphql(
        tokens.asha,
        'query Attack($from: DateTime) { viewer { wallet { transactions(filter: { from: $from }) { totalCount } } } }',
        { from },
      ),
    }));
}

function variables({ tokens }: Shop): Attack[] {
  const query = 'query Attack($first: Int) { rewards(first: $first) { totalCount } }';
  const values = ['1', 1.5, 2 ** 31, -(2 ** 31) - 1, true, [], {}, { $gt: 0 }, 'x'.repeat(1_000)];
  const cursors = [
    '',
    'x',
    'AAAA',
    Buffer.from('seq:bala:1').toString('base64url'),
    '\u0000',
    'x'.repeat(5_000),
  ];
  return [
    ...values.map((first): Attack => ({
      name: `a page of ${JSON.stringify(first).slice(0, 40)}`,
      expects: 'BAD_USER_INPUT',
      request: graphql(tokens.asha, query, { first }),
    })),
    ...cursors.slice(1).map((after): Attack => ({
      name: `a page after ${JSON.stringify(after).slice(0, 40)}`,
      expects: 'BAD_USER_INPUT',
      request: graphql(
        tokens.asha,
        'query Attack($after: String) { viewer { wallet { transactions(after: $after) { totalCount } } } }',
        { after },
      ),
    })),
    {
      name: 'fifty-one variables',
      expects: 'BAD_USER_INPUT',
      request: graphql(
        tokens.asha,
        query,
        Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`v${index}`, index])),
      ),
    },
    {
      name: 'variables nested twelve deep',
      expects: 'BAD_USER_INPUT',
      request: graphql(
        tokens.asha,
        query,
        Array.from({ length: 12 }).reduce<object>((inner) => ({ inner }), {}),
      ),
    },
    { name: 'variables that are a list', expects: 'BAD_REQUEST', request: graphql(tokens.asha, query, [1]) },
    { name: 'variables that are a text', expects: 'BAD_REQUEST', request: graphql(tokens.asha, query, 'x') },
  ];
}
