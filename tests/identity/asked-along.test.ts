import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { openTestDatabase } from '../support/database.ts';
import * as door from '../support/door.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { smallSchema } from '../support/small-schema.ts';

const ASHA = 'cus_asha';
const HELLO = { operationName: 'Hello', query: 'query Hello { hello }' };
const BROKEN = { operationName: 'Broken', query: 'query Broken { broken }' };
const STUCK = { operationName: 'Stuck', query: 'query Stuck { stuck }' };
const NOTE = {
  operationName: 'Note',
  query: 'mutation Note($input: NoteInput!) { saveNote(input: $input) { done } }',
  variables: { input: { text: 'kept' } },
};

const at = openTestDatabase();
let database: Database;
let server: TestServer;
let notes = 0;

beforeAll(async () => {
  database = await connect(at.uri, at.name);
  await setUp(database);
  const schema = smallSchema();
  const saveNote = schema.getMutationType()?.getFields()['saveNote'];
  if (saveNote) saveNote.resolve = () => ({ done: (notes += 1) > 0 });
  const settings = { DEMO_MODE: 'on', OPERATION_DEADLINE_MS: '1000', RATE_LIMIT_SUBJECT: '50' };
  server = await openTestServer({ database, schema, settings });
});
afterAll(async () => {
  await server.close();
  await disconnect(database);
  await deleteTemporaryFolders();
});

/** Asks as the app does, so that the server has seen it. */
async function askBefore(question: object): Promise<void> {
  const authorization = `Bearer ${await server.token('CUSTOMER', 'cus_before')}`;
  await server.app.inject({ method: 'POST', url: '/graphql', headers: { authorization }, payload: question });
}

interface More {
  readonly of?: string;
  readonly headers?: Record<string, string>;
}

/** Renews the visit of a cookie, and asks something along. */
function renew(cookie: string, question: object, { of = ASHA, headers = {} }: More = {}) {
  return door.post(server, 'refresh', { question: { accountId: of, ...question } }, { cookie, ...headers });
}

/** What was logged of the last request. */
function lastLine(): unknown {
  return JSON.parse(server.log.at(-1) ?? '{}');
}

test('a question that the server knows is answered with the visit it belongs to', async () => {
  await askBefore(HELLO);
  const { cookie } = await door.signedIn(server);
  const { status, body, headers } = await renew(cookie, HELLO);
  expect(status).toBe(200);
  expect(body['answer']).toEqual({ data: { hello: 'hello' } });
  expect(await door.isAccepted(server, body.accessToken)).toBe(true);
  // It holds a token, so nobody keeps it and nobody measures how well it can be compressed.
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-encoding']).toBeUndefined();
});

test('it is asked by whoever the cookie is of, and logged as theirs', async () => {
  await askBefore(HELLO);
  const { cookie } = await door.signedIn(server);
  const authorization = `Bearer ${await server.token('ADMIN')}`;
  const { headers } = await renew(cookie, HELLO, { headers: { authorization } });
  const asker = { subject: ASHA, role: 'CUSTOMER' };
  expect(server.requests.at(-1)).toMatchObject({
    principal: asker,
    requestId: headers['x-request-id'],
  });
  expect(lastLine()).toMatchObject({ route: '/auth/refresh', operation: 'Hello', ...asker });
});

test.each([
  ['was not asked here before', { operationName: 'Hello', query: 'query Hello { hello hello }' }, {}],
  ['is about to be asked by somebody else', HELLO, { of: 'cus_bina' }],
  ['fails', BROKEN, {}],
  ['keeps it waiting', STUCK, {}],
])('the visit is renewed without an answer when the question %s', async (_, question, more) => {
  for (const known of [HELLO, BROKEN, STUCK]) await askBefore(known);
  const { cookie } = await door.signedIn(server);
  const { status, body } = await renew(cookie, question, more);
  expect([status, 'answer' in body]).toEqual([200, false]);
  expect(await door.isAccepted(server, body.accessToken)).toBe(true);
});

test('a change is never made along, known as it may be', async () => {
  await askBefore(NOTE);
  expect(notes).toBe(1);
  const { cookie } = await door.signedIn(server);
  const { status, body } = await renew(cookie, NOTE);
  expect([status, 'answer' in body, notes]).toEqual([200, false, 1]);
});

test('an answer that got lost is made good: its question has shown nobody that it arrived', async () => {
  await askBefore(HELLO);
  const { cookie } = await door.signedIn(server);
  const lost = await renew(cookie, HELLO);
  expect(lost.body['answer']).toBeDefined();
  server.clock.advance({ hours: 1 });
  const again = await renew(cookie, HELLO);
  expect([again.status, again.cookie]).toEqual([200, lost.cookie]);
});

test('without a session nothing is asked', async () => {
  await askBefore(HELLO);
  const before = server.requests.length;
  const { cookie } = await door.signedIn(server);
  await door.post(server, 'sign-out', {}, { cookie });
  expect((await renew(cookie, HELLO)).status).toBe(401);
  expect((await renew('', HELLO)).status).toBe(401);
  const elsewhere = await renew(cookie, HELLO, { headers: { origin: 'https://elsewhere.example' } });
  expect(elsewhere.status).toBe(403);
  expect(server.requests).toHaveLength(before);
});

test('it counts as any other question, and whoever has asked too much is renewed all the same', async () => {
  await askBefore(HELLO);
  const { cookie, token } = await door.signedIn(server);
  while ((await server.graphql(HELLO.query, { token })).status !== 429);
  const { status, body } = await renew(cookie, HELLO);
  expect([status, 'answer' in body]).toEqual([200, false]);
});
