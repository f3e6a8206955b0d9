import type { GraphQLSchema } from 'graphql';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type GraphqlAnswer, type GraphqlCall, type TestServer } from '../support/server.ts';
import { smallSchema } from '../support/small-schema.ts';

const HELLO = 'query Hello { hello }';
const ECHO = 'query Echo($text: String) { echo(text: $text) }';
const NOTE = 'mutation Note($input: NoteInput!) { saveNote(input: $input) { done } }';

let server: TestServer;
/** How many requests Apollo has seen. */
let seenByApollo = 0;
/** How often the fields were executed that always fail. */
let failures = 0;

beforeAll(async () => {
  server = await openTestServer({
    schema: countingFailures(),
    settings: { OPERATION_DEADLINE_MS: '100' },
    plugins: [{ requestDidStart }],
  });
});
afterAll(async () => {
  await server.close();
  await deleteTemporaryFolders();
});

function countingFailures(): GraphQLSchema {
  const schema = smallSchema();
  const [asked, done] = [schema.getQueryType(), schema.getMutationType()].map((type) => type?.getFields());
  const [broken, saveNote] = [asked?.['broken'], done?.['saveNote']];
  const fail = broken?.resolve;
  if (!fail || !saveNote) throw new Error('The small schema has nothing that fails.');
  const { resolve: save } = saveNote;
  broken.resolve = (...given) => {
    failures += 1;
    return fail(...given);
  };
  saveNote.resolve = (...given) => {
    const { input } = given[1] as { input: { text: string } };
    if (input.text !== 'broken') return save?.(...given);
    failures += 1;
    return fail(...given);
  };
  return schema;
}

async function requestDidStart(): Promise<void> {
  seenByApollo += 1;
}

async function ask(query: string, call: GraphqlCall = {}): Promise<GraphqlAnswer> {
  return server.graphql(query, { token: await server.token('CUSTOMER'), ...call });
}

/** An answer without what is different in every answer. */
function comparable({ status, headers, text }: GraphqlAnswer): unknown {
  const { 'x-request-id': requestId, date: _, ...others } = headers;
  return { status, headers: others, text: text.replaceAll(String(requestId), 'its-id') };
}

/** The answer to a request that is sent twice; fails unless both are answered alike. Tells whether Apollo saw the second. */
async function twice(query: string, call?: GraphqlCall): Promise<GraphqlAnswer & { byApollo: boolean }> {
  const first = await ask(query, call);
  const before = seenByApollo;
  const second = await ask(query, call);
  expect(comparable(second)).toEqual(comparable(first));
  return { ...second, byApollo: seenByApollo > before };
}

describe('an operation that is known', () => {
  test.each([
    ['a query', HELLO, {}, { hello: 'hello' }],
    ['with variables', ECHO, { variables: { text: 'नमस्ते "quoted"\n' } }, { echo: 'नमस्ते "quoted"\n' }],
    ['a mutation', NOTE, { variables: { input: { text: 'x' } } }, { saveNote: { done: true } }],
    ['for a client that takes any type', HELLO, { headers: { accept: '*/*' } }, { hello: 'hello' }],
    [
      'for a client that prefers the type of GraphQL',
      'query Typed { hello }',
      { headers: { accept: 'application/graphql-response+json,application/json;q=0.9' } },
      { hello: 'hello' },
    ],
  ])('is answered as it was by Apollo, and without it: %s', async (_what, query, call, data) => {
    const answer = await twice(query, call);
    expect(answer.data).toEqual(data);
    expect(answer).toMatchObject({ status: 200, byApollo: false });
  });

  test('is told apart by the name that is asked for', async () => {
    const both = 'query One { hello } query Two { echo(text: "two") }';
    const named = async (operationName: string) => {
      const headers = { authorization: `Bearer ${await server.token('CUSTOMER')}` };
      const payload = { query: both, operationName };
      return (await server.app.inject({ method: 'POST', url: '/graphql', headers, payload })).json<unknown>();
    };
    for (let round = 1; round <= 2; round += 1) {
      expect(await named('One')).toEqual({ data: { hello: 'hello' } });
      expect(await named('One')).toEqual({ data: { hello: 'hello' } });
      expect(await named('Two')).toEqual({ data: { echo: 'two' } });
    }
  });

  test('counts once in the metrics, whoever answers it', async () => {
    const count = async () => {
      const line = /graphql_operations_total\{operation="WalletDashboard",outcome="ok"\} (\d+)/;
      return Number(line.exec(await server.metrics.print())?.[1] ?? 0);
    };
    const before = await count();
    for (let call = 0; call < 5; call += 1) await ask('query WalletDashboard { hello }');
    expect((await count()) - before).toBe(5);
  });

  test.each([
    ['a change is executed once', NOTE, { variables: { input: { text: 'broken' } } }, 2],
    // By its plan, which has no words for errors, and by graphql, which has.
    ['a query that is known is asked once more', 'query Broken { broken }', {}, 3],
  ])('when something goes wrong in it, %s', async (_what, query, call, executions) => {
    const logged = () => server.log.filter((line) => line.includes('failed unexpectedly')).length;
    const before = { logged: logged(), failures };
    const { byApollo, errors, status } = await twice(query, call);
    expect({ byApollo, status }).toEqual({ byApollo: true, status: 200 });
    expect(errors[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
    expect({ failures: failures - before.failures, logged: logged() - before.logged }).toEqual({
      failures: executions,
      logged: 2,
    });
  });

  test('is given up in time like any other', async () => {
    const { status, errors } = await twice('query Stuck { stuck }');
    expect(status).toBe(503);
    expect(errors[0]?.extensions['code']).toBe('TRY_AGAIN');
  });
});

describe('what only Apollo answers', () => {
  test.each<[string, string, GraphqlCall, number]>([
    ['a value that does not fit its type', ECHO, { variables: { text: 7 } }, 400],
    ['a variable that is missing', NOTE, {}, 400],
    ['variables that are nested too deeply', NOTE, { variables: { input: nested(30) } }, 400],
    ['a client that takes no JSON', HELLO, { headers: { accept: 'text/html' } }, 406],
    ['a token that is not accepted', HELLO, { token: 'not-a-token' }, 401],
    ['an operation that is not valid', 'query Wrong { helo }', {}, 400],
  ])('%s, the first time and again', async (_what, query, call, status) => {
    await ask(query, { variables: { text: 'x', input: { text: 'x' } } });
    expect(await twice(query, call)).toMatchObject({ status, data: undefined });
  });

  test('persisted queries, which there are none of', async () => {
    const headers = { authorization: `Bearer ${await server.token('CUSTOMER')}` };
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'x' } };
    const payload = { query: HELLO, extensions };
    await ask(HELLO);
    const response = await server.app.inject({ method: 'POST', url: '/graphql', headers, payload });
    expect(response.json()).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    });
  });

  test('a text far longer than any of ours, which is not remembered', async () => {
    const long = `${HELLO} # ${'x'.repeat(20_000)}`;
    expect(await twice(long)).toMatchObject({ data: { hello: 'hello' }, byApollo: true });
  });

  test('strangers, whatever others have asked before', async () => {
    await ask(HELLO);
    const before = seenByApollo;
    expect((await server.graphql(HELLO)).data).toEqual({ hello: 'hello' });
    expect(seenByApollo).toBe(before + 1);
  });
});

test('many texts make room for each other, and all are answered', async () => {
  for (let number = 0; number < 600; number += 1) {
    expect((await ask(`query Q${number} { hello }`)).data).toEqual({ hello: 'hello' });
  }
  expect((await twice('query Q0 { hello }')).byApollo).toBe(false);
});

function nested(depth: number): object {
  return depth === 0 ? { text: 'x' } : { inner: nested(depth - 1) };
}
