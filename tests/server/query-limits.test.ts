import { getIntrospectionQuery } from 'graphql';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type GraphqlAnswer, type TestServer } from '../support/server.ts';

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await openTestServer();
  token = await server.token('CUSTOMER');
});
afterAll(async () => {
  await server.close();
  await deleteTemporaryFolders();
});

const ask = (query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer> =>
  server.graphql(query, { token, ...(variables && { variables }) });
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

async function expectRefused(query: string, reason: RegExp): Promise<void> {
  const { status, errors, data } = await ask(query);
  expect(errors.map(({ message }) => message).join('\n')).toMatch(reason);
  expect(data).toBeUndefined();
  expect(status).toBe(400);
}

test('an ordinary operation is answered', async () => {
  expect((await ask('query Hello { hello }')).data).toEqual({ hello: 'hello' });
});

test('an operation without a name is answered, and metrics call it anonymous', async () => {
  expect((await ask('{ hello }')).data).toEqual({ hello: 'hello' });
  expect(await server.metrics.print()).toContain('operation="anonymous",outcome="ok"');
});

test('a document of too many tokens is refused before it is validated', () =>
  expectRefused(`query Long { ${'hello '.repeat(900)} }`, /780 tokens/));

test('fields nested too deeply are refused', () =>
  expectRefused(`query Deep { ${'row { '.repeat(20)} id ${'}'.repeat(20)} }`, /nested too deeply/));

test('101 aliases are refused, of __typename just as of any other field', async () => {
  await expectRefused(`query Aliases { ${times(101, (index) => `a${index}: hello`)} }`, /too many aliases/);
  await expectRefused(
    `query Aliases { ${times(101, (index) => `a${index}: __typename`)} }`,
    /too many aliases/,
  );
});

test('ten directives on one field are refused, known or not', () =>
  expectRefused(
    `query Directives { hello ${times(10, () => '@include(if: true)')} }`,
    /too many directives/,
  ));

test('the same field 500 times is refused', () =>
  expectRefused(`query Repeated { row { ${'id '.repeat(500)} } }`, /too many fields/));

test('more than ten things at the root are refused', () =>
  expectRefused(`query Roots { ${'hello '.repeat(11)} }`, /too many things at its root/));

test('a fragment that fans out in forty steps is refused', async () => {
  const steps = times(40, (index) => `fragment F${index} on Row { ...F${index + 1} ...F${index + 1} }`);
  await expectRefused(
    `query Fan { row { ...F0 } } ${steps} fragment F40 on Row { id }`,
    /too many fields|asks for too much/,
  );
});

test('a fragment that contains itself is refused', () =>
  expectRefused('query Circle { row { ...A } } fragment A on Row { id ...A }', /itself/));

test('pages within pages are refused', () =>
  expectRefused(
    'query Pages { rows(first: 100) { rows(first: 100) { rows(first: 100) { id } } } }',
    /asks for too much at once: it would cost 2\d{6}, and 75000 is allowed\. rows\.rows\.rows weighs most/,
  ));

test('a page of a hundred rows with many fields is answered', async () => {
  const { errors } = await ask('query Page { rows(first: 100) { id name row { id name row { id name } } } }');
  expect(errors).toEqual([]);
});

test('no answer lists more than five errors', async () => {
  const { errors } = await ask(`query Wrong { ${times(30, (index) => `wrong${index}`)} }`);
  expect(errors.length).toBeGreaterThan(1);
  expect(errors.length).toBeLessThanOrEqual(6);
});

describe('an operation that changes a wallet', () => {
  const credit = 'addCredits(input: { idempotencyKey: "1" }) { done }';
  const debit = 'deductCredits(input: { idempotencyKey: "2" }) { done }';

  test('is answered when it is alone', async () => {
    expect((await ask(`mutation One { ${credit} }`)).errors).toEqual([]);
  });

  test.each([
    ['under an alias', `mutation Two { ${credit} again: ${credit} }`],
    ['under another name', `mutation Two { ${credit} ${debit} }`],
    ['in an inline fragment', `mutation Two { ${credit} ... on Mutation { ${debit} } }`],
    ['in a fragment', `mutation Two { ${credit} ...More } fragment More on Mutation { ${debit} }`],
    [
      'in a fragment that is used twice',
      `mutation Two { ...More ...Again } fragment More on Mutation { ${debit} } fragment Again on Mutation { ...More }`,
    ],
  ])('cannot bring a second one along %s', (_how, query) =>
    expectRefused(query, /change a wallet only once/),
  );

  test('may stand beside one that does not', async () => {
    const { errors } = await ask(`mutation Two { ${credit} saveNote(input: {}) { done } }`);
    expect(errors).toEqual([]);
  });
});

describe('variables', () => {
  test('beyond fifty are refused', async () => {
    const variables = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`v${index}`, index]));
    const { status, errors } = await ask('query Hello { hello }', variables);
    expect(status).toBe(400);
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('nested too deeply are refused', async () => {
    const nested = Array.from({ length: 12 }).reduce<object>((inner) => ({ inner }), {});
    const { errors } = await ask('mutation Note($input: NoteInput!) { saveNote(input: $input) { done } }', {
      input: nested,
    });
    expect(errors[0]?.message).toMatch(/nested too deeply/);
  });

  test('that make no sense are counted up to five errors only', async () => {
    const inner = { wrong: 1, bad: 2, false: 3, odd: 4, strange: 5, queer: 6, off: 7 };
    const { errors } = await ask('mutation Note($input: NoteInput!) { saveNote(input: $input) { done } }', {
      input: inner,
    });
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(6);
  });
});

test('several operations in one request are refused', async () => {
  const response = await server.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: [{ query: 'query A { hello }' }, { query: 'query B { hello }' }],
  });
  expect(response.statusCode).toBe(400);
  expect(response.body).not.toContain('"hello":"hello"');
});

test('a query cannot be registered by its hash', async () => {
  const response = await server.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: {
      query: 'query Hello { hello }',
      extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
    },
  });
  expect(response.json<{ errors: { extensions: { code: string } }[] }>().errors[0]?.extensions.code).toBe(
    'PERSISTED_QUERY_NOT_SUPPORTED',
  );
});

describe('the schema', () => {
  test('can be asked for where introspection is on, by the standard query', async () => {
    const { errors, data } = await ask(
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }),
    );
    expect(errors).toEqual([]);
    expect(data).toHaveProperty('__schema');
  });

  test('is hidden where introspection is off, suggestions included', async () => {
    const strict = await openTestServer({
      settings: { NODE_ENV: 'production', MONGODB_URI: 'mongodb://localhost/never-asked' },
    });
    const asked = { token: await strict.token('CUSTOMER') };
    const introspection = await strict.graphql('query Look { __schema { types { name } } }', asked);
    const suggestion = await strict.graphql('query Guess { helo }', asked);
    await strict.close();
    expect(introspection.status).toBe(400);
    expect(introspection.text).not.toContain('"types"');
    expect(suggestion.text).not.toMatch(/did you mean/i);
  });
});
