import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  parse,
  type GraphQLNamedType,
} from 'graphql';
import type { Weight } from '../../schema/weight.ts';
import type { PrincipalRole } from '../../api/identity/principal.ts';
import { contractSchema } from '../../api/server/contract.ts';
import { executableSchema } from '../../api/server/executable-schema.ts';
import { weigherOf } from '../../api/server/limits/weight/weigher.ts';
import { openTestApi } from '../support/api.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { readyMade } from '../support/ready-made.ts';
import { openTestServer, type GraphqlAnswer, type TestServer } from '../support/server.ts';

const schema = contractSchema();
const shop = openTestApi();
let server: TestServer;

beforeAll(async () => {
  await shop.fundedWallet('asha', '500');
  await shop.spend('asha', '40');
  server = await openTestServer({
    schema: executableSchema(),
    wallets: shop.app,
    settings: { RATE_LIMITS: 'off', SERVICE_ACCOUNTS: 'till_1' },
  });
});
afterAll(async () => {
  await server.close();
  await deleteTemporaryFolders();
});

async function ask(
  query: string,
  more: {
    role?: PrincipalRole;
    subject?: string;
    variables?: Record<string, unknown>;
    asksForCost?: boolean;
  },
): Promise<GraphqlAnswer & { readonly cost: Cost | undefined }> {
  const { role = 'CUSTOMER', subject = 'asha', variables, asksForCost = false } = more;
  const answer = await server.graphql(query, {
    token: await server.token(role, subject),
    ...(variables && { variables }),
    ...(asksForCost && { headers: { 'x-query-cost': 'yes' } }),
  });
  const { extensions } = JSON.parse(answer.text) as { extensions?: { cost: Cost } };
  return { ...answer, cost: extensions?.cost };
}

const BUDGETS = { customer: 75_000, staff: 150_000, admin: 400_000 } as const;

interface Cost {
  readonly weight: number;
  readonly budget: number;
  readonly heaviest: string;
}

async function weightOf(query: string, variables: Record<string, unknown> = {}): Promise<number> {
  const asked = { role: 'STAFF', subject: 'ravi', variables, asksForCost: true } as const;
  const { cost, errors } = await ask(query, asked);
  expect(errors).toEqual([]);
  return cost?.weight ?? Number.NaN;
}

describe('a question that would keep the server busy', () => {
  const charts = Array.from({ length: 10 }, (_, index) => `c${index}: balanceHistory(days: 366) { day }`);
  const query = `query Charts($n: Int) {
    viewer { wallet { transactions(first: $n) { nodes { wallet { ${charts.join(' ')} } } } } }
  }`;

  test('is refused with what it would cost, what is allowed and what weighs most', async () => {
    const { status, errors, data } = await ask(query, { variables: { n: 100 } });

    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message: expect.stringMatching(
          /^The operation asks for too much at once: it would cost \d{7}, and 75000 is allowed\. viewer\.wallet\.transactions\.nodes\.wallet\.balanceHistory weighs most\./,
        ) as string,
        extensions: {
          code: 'BAD_USER_INPUT',
          cost: {
            weight: expect.any(Number) as number,
            budget: 75_000,
            heaviest: 'viewer.wallet.transactions.nodes.wallet.balanceHistory',
          },
        },
      },
    ]);
  });

  test('is refused as well when the same document has been answered with a small page', async () => {
    for (const n of [1, 1]) expect((await ask(query, { variables: { n } })).errors).toEqual([]);

    const { status, errors } = await ask(query, { variables: { n: 100 } });

    expect(status).toBe(400);
    expect(errors[0]?.message).toMatch(/asks for too much/);
  });

  test('cannot hide its size in a default, an omitted argument or an endless number', async () => {
    const inner =
      'nodes { wallet { a: balanceHistory(days: 366) { day } b: balanceHistory(days: 366) { day } } }';
    const page = (argument: string) => `viewer { wallet { transactions${argument} { ${inner} } } }`;

    for (const hidden of [
      `query A($n: Int = 100) { ${page('(first: $n)')} }`,
      `query A { ${page('(last: 100)')} }`,
      `query A { ${page('(first: 2147483647)')} }`,
      `query A { a: ${page('')} b: ${page('')} c: ${page('')} }`,
    ]) {
      expect((await ask(hidden, {})).errors[0]?.message).toMatch(/asks for too much/);
    }
  });
});

describe('the weight of an operation', () => {
  const chart = 'balanceHistory(days: 100) { day }';
  const onWallet = (selection: string) => `wallet(customerId: "asha") { ${selection} }`;
  const once = `query Once { ${onWallet(chart)} }`;
  let single: number;

  beforeAll(async () => {
    single = await weightOf(once);
  });

  test.each([
    ['an alias beside it', `query A { ${onWallet(`${chart} again: ${chart}`)} }`, 2],
    ['the same again, which is answered once', `query A { ${onWallet(`${chart} ${chart}`)} }`, 1],
    [
      'the same again by a fragment',
      `query A { ${onWallet(`${chart} ...More`)} } fragment More on Wallet { ${chart} }`,
      1,
    ],
    ['a fragment only', `query A { ${onWallet('...More')} } fragment More on Wallet { ${chart} }`, 1],
    [
      'what is always skipped',
      `query A { ${onWallet(`${chart} x: ${chart.replace('{', '@skip(if: true) {')}`)} }`,
      1,
    ],
  ])('counts %s', async (_what, query, times) => {
    const weight = await weightOf(query);

    expect(Math.round(weight / single)).toBe(times);
  });

  test('follows the variables of directives and of pages', async () => {
    const included = `query A($more: Boolean!) { ${onWallet(`${chart} x: ${chart.replace('{', '@include(if: $more) {')}`)} }`;
    const days = `query A($days: Int!) { ${onWallet('balanceHistory(days: $days) { day }')} }`;

    expect(await weightOf(included, { more: false })).toBe(single);
    expect(await weightOf(included, { more: true })).toBeGreaterThan(1.9 * single);
    expect((await weightOf(days, { days: 366 })) - (await weightOf(days, { days: 266 }))).toBe(200);
  });

  test('of things of one kind or another is that of the heaviest kind', async () => {
    const query = (selection: string) => `query A { transaction(id: "none") { id ${selection} } }`;
    const debit = '... on DebitTransaction { draws { amount { amount } } }';
    const refund = '... on RefundTransaction { restores { amount { amount } } }';

    expect(await weightOf(query(`${debit} ${refund}`))).toBe(await weightOf(query(debit)));
  });

  test('is shown to staff who ask for it, known operation or not, and to no one else', async () => {
    const staff = { role: 'STAFF', subject: 'ravi' } as const;
    const seen = [
      await ask(once, { ...staff, asksForCost: true }),
      await ask(once, { ...staff, asksForCost: true }),
    ];

    for (const { cost } of seen) {
      expect(cost).toEqual({ weight: single, budget: 150_000, heaviest: 'wallet.balanceHistory' });
    }
    expect((await ask(once, staff)).cost).toBeUndefined();
    expect((await ask(once, { asksForCost: true })).cost).toBeUndefined();
  });

  test.each([
    ['CUSTOMER', 'asha', 75_000],
    ['STAFF', 'ravi', 150_000],
    ['STAFF', 'till_1', 250_000],
    ['ADMIN', 'meera', 400_000],
  ] as const)('may come to more the more its caller answers for: %s %s', async (role, subject, budget) => {
    const pages = 'transactions(first: 100) { nodes { wallet { lots { source } } } }';
    const { errors } = await ask(
      `query A { ${onWallet(pages)} b: ${onWallet(pages)} c: ${onWallet(pages)} }`,
      {
        role,
        subject,
      },
    );

    expect(errors[0]?.extensions['cost']).toMatchObject({ budget });
  });
});

describe('honest work', () => {
  test.each([
    'viewer { wallet { transactions(first: 100) @ } }',
    'viewer { wallet { expiryHistory(first: 100) @ } }',
    'viewer { wallet { topUps(first: 100) @ } }',
    'rewards(first: 100) @',
    'wallets(first: 100) @',
    'customers(first: 100) @',
  ])('a page of a hundred with all plain fields and amounts fits a customer: %s', async (path) => {
    const query = `query Page { ${path.replace('@', plainPageOf(connectionAt(path)))} }`;

    expect(await weightOf(query)).toBeLessThan(75_000);
  });

  test.each([30, 100])('a page of %i entries with the credits behind them is answered', async (first) => {
    const draw = '{ amount { amount currencyCode } credit { id source reason createdAt expiresAt } }';
    const { errors } = await ask(
      `query Page { viewer { wallet { transactions(first: ${first}) { nodes { id amount { amount }
        ... on DebitTransaction { draws ${draw} } ... on RefundTransaction { restores ${draw} } } } } } }`,
      {},
    );

    expect(errors).toEqual([]);
  });

  test('every operation of the web app and every ready-made one weighs at most half of what is allowed', () => {
    const files = readdirSync('client', { recursive: true, encoding: 'utf8' });
    const ofTheApp = files
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => read(join('client', file)));
    const documents = [
      { path: 'the web app', role: 'customer' as const, text: ofTheApp.join('\n') },
      ...readyMade.map(({ path, header, document }) => ({
        path,
        role: header.role ?? 'customer',
        text: document,
      })),
    ];

    const heavy = documents.flatMap(({ path, role, text }) =>
      weightsIn(text)
        .filter(({ weight }) => weight * 2 > BUDGETS[role])
        .map(({ name }) => `${path}: ${name}`),
    );

    expect(heavy).toEqual([]);
  });
});

test('every list of the contract is in a page or says how much it holds', () => {
  const untold = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith('__') && !name.endsWith('Connection'))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => isListType(getNullableType(field.type)))
    .filter(({ field }) => (field.extensions['weight'] as Weight | undefined)?.most === undefined)
    .map(({ type, field }) => `${type.name}.${field.name}`);

  expect(untold).toEqual([]);
});

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function weightsIn(text: string): { name: string; weight: number }[] {
  const document = parse(text);
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => ({
      name: operation.name?.value ?? '',
      weight: weigherOf(schema, document, operation).weigh({ first: 100 }),
    }));
}

/** The type of what stands at the end of a path such as `viewer { wallet { topUps(first: 100) @ } }`. */
function connectionAt(path: string): GraphQLNamedType {
  const names = path.replaceAll(/\(.*?\)/g, '').match(/\w+/g) ?? [];
  return names.reduce<GraphQLNamedType>((type, name) => {
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!field) throw new Error(`There is no ${name} on ${type.name}.`);
    return getNamedType(field.type);
  }, schema.getQueryType() as GraphQLNamedType);
}

/** All scalar fields and amounts of a page. */
function plainPageOf(connection: GraphQLNamedType): string {
  if (!isObjectType(connection)) throw new Error('There is no such page.');
  const nodes = connection.getFields()['nodes'];
  if (!nodes) throw new Error(`${connection.name} is no page.`);
  const node = plainOf(getNamedType(nodes.type));
  return `{ totalCount nodes { ${node} } pageInfo { hasNextPage endCursor } }`;
}

function plainOf(type: GraphQLNamedType): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap(({ name, type: answer, args }) => {
    const named = getNamedType(answer);
    if (args.length > 0) return [];
    if (isLeafType(named)) return [name];
    return named.name === 'Money' ? [`${name} { amount currencyCode }`] : [];
  });
  const kinds = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  return [...fields, ...kinds.map((kind) => `... on ${kind.name} { ${plainOf(kind)} }`)].join(' ');
}
