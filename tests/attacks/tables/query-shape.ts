import { graphql, type Attack, type Shop } from '../attack.ts';

const VALIDATION = 'GRAPHQL_VALIDATION_FAILED';
const PARSE = 'GRAPHQL_PARSE_FAILED';
const INPUT = 'BAD_USER_INPUT';

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const mine = (selection: string) => `query Shape { viewer { wallet { ${selection} } } }`;
const page = (inner: string, first = 100) => mine(`transactions(first: ${first}) { nodes { ${inner} } }`);

/** Documents that are to keep the server busy, and what they come to. */
const DOCUMENTS: Readonly<Record<string, readonly [query: string, expects: string]>> = {
  ...deep(),
  ...wide(),
  ...heavy(),
  ...broken(),
};

export function queryShapeAttacks({ tokens }: Shop): Attack[] {
  return Object.entries(DOCUMENTS).map(([name, [query, expects]]) => ({
    name,
    expects,
    request: graphql(tokens.asha, query),
  }));
}

function deep(): Record<string, readonly [string, string]> {
  return Object.fromEntries(
    [4, 6, 10, 20, 40].map((levels) => {
      const inner = times(levels, () => 'transactions { nodes { wallet {') + ' id ' + '} } }'.repeat(levels);
      return [`${levels} wallets in one another`, [mine(inner), INPUT] as const];
    }),
  );
}

function wide(): Record<string, readonly [string, string]> {
  return {
    ...Object.fromEntries(
      [12, 50, 101].map((count) => [
        `${count} aliases`,
        [`query Wide { viewer { ${times(count, (index) => `a${index}: id`)} } }`, INPUT] as const,
      ]),
    ),
    ...Object.fromEntries(
      ['@include(if: true)', '@skip(if: false)', '@unknown'].map((directive) => [
        `a field with ten times ${directive}`,
        [`query Wide { viewer { id ${times(10, () => directive)} } }`, INPUT] as const,
      ]),
    ),
    ...Object.fromEntries(
      ['id', 'role', '__typename'].map((field) => [
        `${field} five hundred times`,
        [`query Wide { viewer { ${times(500, () => field)} } }`, VALIDATION] as const,
      ]),
    ),
    'nine things at the root': [
      `query Wide { ${times(9, (index) => (index % 2 ? 'tiers { name }' : 'viewer { id }'))} }`,
      VALIDATION,
    ],
    'a document of a thousand tokens': [`query Wide { ${times(1_000, () => 'x')} }`, PARSE],
    'two changes of a wallet': [
      `mutation Two { ${times(2, (index) => `d${index}: deductCredits(input: { amount: { amount: "1" }, orderId: "o", idempotencyKey: "attack-two-00000${index}" }) { replayed }`)} }`,
      VALIDATION,
    ],
    'a second change in a fragment': [
      'mutation Two { ...D deductCredits(input: { amount: { amount: "1" }, orderId: "o", idempotencyKey: "attack-two-000002" }) { replayed } } fragment D on Mutation { startTopUp(input: { amount: { amount: "100" }, method: UPI, idempotencyKey: "attack-two-000003" }) { replayed } }',
      VALIDATION,
    ],
  };
}

function heavy(): Record<string, readonly [string, string]> {
  const chart = 'balanceHistory(days: 366) { day closingBalance { amount currencyCode } }';
  const lots = 'lots { source remaining { amount } }';
  const heavyPages: Record<string, string> = {
    'a chart of a year for each of a hundred entries': page(`wallet { ${chart} }`),
    'ten charts for each of a hundred entries': page(
      `wallet { ${times(9, (index) => `c${index}: ${chart}`)} }`,
    ),
    'two charts for each of twenty entries': mine(
      `transactions { nodes { wallet { a: ${chart} b: ${chart} } } }`,
    ),
    'all lots for each of a hundred entries': page(`wallet { ${lots} }`),
    'what expires for each of a hundred entries': page(
      'wallet { expiringCredits { lots { source expiresAt } } }',
    ),
    'the offers for each of a hundred entries': page('wallet { availableRewards { canClaim } }'),
    'the claims for each of a hundred entries': page(
      'wallet { claims { id claimedAt reward { name description } transaction { id } } }',
    ),
    'the friends for each of a hundred entries': page(
      'wallet { referral { people { displayName bonus { amount } joinedAt } } }',
    ),
    'the months for each of a hundred entries': page(
      'wallet { statistics { months { month spent { amount } } } }',
    ),
    'the summary by kind for each of a hundred entries, thrice': page(
      `wallet { ${times(3, (index) => `s${index}: transactionSummary(from: "202${index}-01-01T00:00:00Z") { byKind { count total { amount } } bySource { count total { amount } } }`)} }`,
    ),
    'a page for each of a hundred entries': page(
      'wallet { transactions(first: 100) { nodes { id kind amount { amount } balanceAfter { amount } actor { id } } } }',
    ),
    'a page of top-ups for each of a hundred entries': page(
      'wallet { topUps(first: 100) { nodes { id status amount { amount } note } } }',
    ),
    'what each of a hundred credits was used for': page(
      '... on CreditTransaction { usedBy { amount { amount } transaction { id } } }',
    ),
    'the debits behind what each of a hundred credits was used for': page(
      '... on CreditTransaction { usedBy { transaction { ... on DebitTransaction { draws { amount { amount } } } } } }',
      20,
    ),
    'the draws of the debit of each of a hundred refunds': page(
      '... on RefundTransaction { debit { draws { amount { amount } } } }',
    ),
    'six previews with their draws': mine(
      times(
        6,
        (index) =>
          `p${index}: spendPreview(amount: { amount: "${index + 1}00" }) { draws { amount { amount } credit { id source reason remaining { amount } transaction: wallet { id } } } }`,
      ),
    ),
    'a hundred rewards with their notes for each entry': page(
      'wallet { availableRewards { reward { metadata { key value } } } }',
      10,
    ),
    'eight looks at the schema': `query Look { ${times(8, (index) => `s${index}: __schema { types { name } }`)} }`,
  };
  return Object.fromEntries(
    Object.entries(heavyPages).map(([name, query]) => [name, [query, INPUT] as const]),
  );
}

function broken(): Record<string, readonly [string, string]> {
  const parse = [
    '{',
    '}',
    '',
    ' ',
    'query',
    'query {',
    'query A { viewer { id }',
    '{ viewer { id } } }',
    'select * from wallets',
    '\u0000',
    '{ viewer(: 1) { id } }',
    '"""',
    '{ a: }',
    'fragment on on on { id }',
    '# only a comment',
    '{ viewer { id } } garbage',
  ];
  const validate = [
    'query A { helo }',
    'query A { viewer }',
    'query A { viewer { id { id } } }',
    'query A { viewer { passwordHash } }',
    'query A { viewer { __proto__ } }',
    'query A { viewer { constructor } }',
    'query A { wallet { id } }',
    'query A { wallet(customerId: "a", customerId: "b") { id } }',
    'query A { wallet(id: "asha") { id } }',
    'query A { node(id: "x") { id } }',
    'query A { viewer { ...Missing } }',
    'query A { viewer { ...A } } fragment A on Wallet { id }',
    'query A { viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }',
    'query A { viewer { id } } fragment Unused on Viewer { id }',
    'query A($x: Missing) { viewer { id } }',
    'query A($x: Int) { viewer { id } }',
    'query A { viewer { id @unknown } }',
    'query A { viewer { x: id x: role } }',
    'query A { viewer { id } } query A { viewer { id } }',
    'query A { viewer { id } } { viewer { id } }',
    'subscription A { viewer { id } }',
    'mutation A { viewer { id } }',
    'mutation A { dropDatabase }',
    'mutation A { addCredits { replayed } }',
    'mutation A { addCredits(input: {}) { replayed } }',
    'mutation A { addCredits(input: "asha") { replayed } }',
    'query A { rewards(first: "10") { totalCount } }',
    'query A { rewards(first: 1.5) { totalCount } }',
    'query A { rewards(first: 99999999999) { totalCount } }',
    'query A { rewards(filter: { status: [GONE] }) { totalCount } }',
  ];
  return Object.fromEntries([
    ...parse.map((query) => [
      `no document: ${JSON.stringify(query)}`,
      [query, query === '' ? 'BAD_REQUEST' : PARSE] as const,
    ]),
    ...validate.map((query) => [`no operation of ours: ${query}`, [query, VALIDATION] as const]),
  ]) as Record<string, readonly [string, string]>;
}
