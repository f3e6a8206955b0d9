import { executableSchema } from '../../api/server/executable-schema.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import * as door from '../support/door.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const at = openTestDatabase();
const SESSIONS = 'query Sessions { viewer { sessions { id device createdAt lastUsedAt isCurrent } } }';
const END =
  'mutation End($id: ID!) { endSession(input: { sessionId: $id }) { viewer { sessions { device } } userErrors { code } } }';
const LAPTOP = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1 Version/18.1 Mobile/15E148 Safari/604.1';

let app: TestApp;
let server: TestServer;
let laptop: { token: string; cookie: string };
let phone: { token: string; cookie: string };

beforeAll(async () => {
  app = await openTestApp(at);
  server = await openTestServer({
    database: app.database,
    wallets: app,
    schema: executableSchema(),
    settings: { DEMO_MODE: 'on' },
  });
});
afterAll(async () => {
  await server.close();
  await app.close();
  await deleteTemporaryFolders();
});
beforeEach(async () => {
  laptop = await door.signedIn(server, door.ASHA, { 'user-agent': LAPTOP });
  server.clock.advance({ ms: 60_000 });
  phone = await door.signedIn(server, door.ASHA, { 'user-agent': PHONE });
});
afterEach(() => door.post(server, 'sign-out', { everywhere: true }, { cookie: laptop.cookie }));

interface Listed {
  readonly id: string;
  readonly device: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly isCurrent: boolean;
}

async function sessionsOf(token: string): Promise<readonly Listed[]> {
  const { data, errors } = await server.graphql(SESSIONS, { token });
  expect(errors).toEqual([]);
  return (data?.['viewer'] as { sessions: Listed[] }).sessions;
}

async function end(token: string, id: string) {
  const { data } = await server.graphql(END, { token, variables: { id } });
  return data?.['endSession'] as { viewer: object | null; userErrors: { code: string }[] };
}

test('somebody sees where they are signed in, the session used last first, and which one this is', async () => {
  expect(await sessionsOf(laptop.token)).toMatchObject([
    { device: 'Safari on iPhone', isCurrent: false },
    { device: 'Chrome on Windows', isCurrent: true },
  ]);
  server.clock.advance({ ms: 60_000 });
  await door.refresh(server, laptop.cookie);
  const [first] = await sessionsOf(laptop.token);
  expect(first).toMatchObject({ device: 'Chrome on Windows', isCurrent: true });
  expect(Date.parse(first?.lastUsedAt ?? '')).toBe(Date.parse(first?.createdAt ?? '') + 120_000);
});

test('ending one ends its access tokens at once and its cookie, and says so to who comes back; others go on', async () => {
  const [lost] = await sessionsOf(laptop.token);
  expect(await end(laptop.token, lost?.id ?? '')).toEqual({
    viewer: { sessions: [{ device: 'Chrome on Windows' }] },
    userErrors: [],
  });
  expect((await server.graphql(SESSIONS, { token: phone.token })).status).toBe(401);
  const back = await door.refresh(server, phone.cookie);
  expect(back.status).toBe(401);
  expect(back.body.error.reason).toBe('SESSION_ENDED');
  expect((await door.refresh(server, laptop.cookie)).status).toBe(200);
  expect(await end(laptop.token, lost?.id ?? '')).toEqual({
    viewer: null,
    userErrors: [{ code: 'SESSION_NOT_FOUND' }],
  });
});

test('nobody ends or sees the sessions of somebody else, whatever their role', async () => {
  const meera = await door.signedIn(server, { email: 'meera@example.com', password: 'early-bird-meera' });
  const [ashas] = await sessionsOf(laptop.token);
  expect((await sessionsOf(meera.token)).map(({ isCurrent }) => isCurrent)).toEqual([true]);
  const refused = await end(meera.token, ashas?.id ?? '');
  expect(refused.userErrors).toEqual([{ code: 'SESSION_NOT_FOUND' }]);
  expect((await server.graphql(SESSIONS, { token: phone.token })).status).toBe(200);
});

test('a session that was left or has run out is not listed', async () => {
  await door.post(server, 'sign-out', {}, { cookie: phone.cookie });
  expect((await sessionsOf(laptop.token)).map(({ device }) => device)).toEqual(['Chrome on Windows']);
});
