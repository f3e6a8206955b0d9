import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { openTestDatabase } from '../support/database.ts';
import * as door from '../support/door.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const at = openTestDatabase();
const DEMO = { DEMO_MODE: 'on' };
const NOBODY = 'NO_SESSION';
let database: Database;
let server: TestServer;

beforeAll(async () => {
  database = await connect(at.uri, at.name);
  await setUp(database);
});
afterAll(async () => {
  await disconnect(database);
  await deleteTemporaryFolders();
});
beforeEach(async () => {
  server = await openTestServer({ database, settings: DEMO });
});
afterEach(() => server.close());

const refresh = (cookie: string | undefined, to = server) => door.refresh(to, cookie);
const isAccepted = (token: string) => door.isAccepted(server, token);
const pastGrace = () => server.clock.advance({ ms: 11_000 });
const storedSessions = () => database.getClient().db(database.name).collection('sessions');

/** Uses an access token and waits until that is known everywhere. */
async function use(token: string): Promise<void> {
  expect(await isAccepted(token)).toBe(true);
  const [, claims = ''] = token.split('.');
  const { sid } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sid: string };
  while (!(await storedSessions().findOne({ _id: sid as never, hasArrived: true })));
}

describe('refreshing', () => {
  test('gives a new token and a new cookie', async () => {
    const first = await door.signedIn(server);
    const second = await refresh(first.cookie);
    expect(second.status).toBe(200);
    expect(second.body.account).toEqual({ id: 'cus_asha', role: 'CUSTOMER', name: 'Asha' });
    expect(second.body.accessToken).not.toBe(first.token);
    expect(second.cookie).not.toBe(first.cookie);
    expect((await refresh(second.cookie)).status).toBe(200);
  });

  test('ends two weeks after signing in', async () => {
    const { cookie } = await door.signedIn(server);
    server.clock.advance({ days: 13 });
    const { cookie: kept } = await refresh(cookie);
    expect(kept).toBeDefined();
    server.clock.advance({ days: 1, ms: 1 });
    expect((await refresh(kept)).status).toBe(401);
  });

  test.each([
    '',
    'early_bird_session=',
    'early_bird_session=made.up',
    `early_bird_session=${'a'.repeat(22)}.${'b'.repeat(43)}`,
  ])('without a session (%p) is refused', async (cookie) => {
    const { status, body } = await refresh(cookie);
    expect(status).toBe(401);
    expect(body.error).toMatchObject({ code: 'UNAUTHENTICATED', reason: NOBODY });
  });

  test('neither the cookie nor an access token does for the other', async () => {
    const { token, cookie } = await door.signedIn(server);
    expect(await isAccepted(cookie.replace('early_bird_session=', ''))).toBe(false);
    expect((await refresh(`early_bird_session=${token}`)).status).toBe(401);
  });
});

describe('an answer that got lost', () => {
  test('is given again within the grace, with the same cookie', async () => {
    const { cookie } = await door.signedIn(server);
    const lost = await refresh(cookie);
    const again = await refresh(cookie);
    expect([lost.status, again.status]).toEqual([200, 200]);
    expect(again.cookie).toBe(lost.cookie);
    pastGrace();
    expect((await refresh(again.cookie)).status).toBe(200);
  });

  test('is made good later too, when the page is loaded again', async () => {
    const { cookie } = await door.signedIn(server);
    await refresh(cookie);
    server.clock.advance({ days: 1 });
    const again = await refresh(cookie);
    expect(again.status).toBe(200);
    expect(await isAccepted(again.body.accessToken)).toBe(true);
    pastGrace();
    expect((await refresh(again.cookie)).status).toBe(200);
  });

  test('may get lost again and again', async () => {
    const { cookie } = await door.signedIn(server);
    for (let round = 0; round < 4; round += 1) {
      expect((await refresh(cookie)).status).toBe(200);
      pastGrace();
    }
  });

  test('of one tab costs the others nothing, and they meet at the newest cookie', async () => {
    const { cookie } = await door.signedIn(server);
    const { cookie: newer } = await refresh(cookie);
    pastGrace();
    const slow = refresh(cookie);
    expect((await slow).cookie).toBe(newer);
    // The tab that was quick goes on while another is still on its way with what was in the cookie before.
    expect((await refresh(newer)).status).toBe(200);
    expect((await refresh(cookie)).status).toBe(200);
    pastGrace();
    expect((await refresh(newer)).status).toBe(200);
  });
});

test('eleven tabs that refresh at once, within the limits of production, all stay signed in', async () => {
  const strict = await openTestServer({ database, settings: { NODE_ENV: 'production' } });
  const { cookie } = await door.signedIn(strict);
  const replies = await Promise.all(Array.from({ length: 11 }, () => refresh(cookie, strict)));
  expect(replies.map(({ status }) => status)).toEqual(Array(11).fill(200));
  const next = new Set(replies.map((reply) => reply.cookie));
  expect(next.size).toBe(1);
  expect((await refresh([...next][0], strict)).status).toBe(200);
  await strict.close();
});

describe('a refresh token that is used again', () => {
  test('after its successor was, ends the session for the thief and for the owner, and both are told', async () => {
    const { cookie: stolen } = await door.signedIn(server);
    const { cookie: second } = await refresh(stolen);
    pastGrace();
    const { cookie: current, body } = await refresh(second);
    pastGrace();
    for (const cookie of [stolen, current]) {
      const reply = await refresh(cookie);
      expect(reply.status).toBe(401);
      expect(reply.body.error).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'SESSION_REUSED' });
      expect(reply.cookie).toBe('early_bird_session=');
    }
    expect(await isAccepted(body.accessToken)).toBe(false);
  });

  test('after what came with its successor was, does so too', async () => {
    const { cookie: stolen } = await door.signedIn(server);
    const thief = await refresh(stolen);
    await use(thief.body.accessToken);
    pastGrace();
    expect((await refresh(stolen)).body.error.reason).toBe('SESSION_REUSED');
    expect((await refresh(thief.cookie)).body.error.reason).toBe('SESSION_REUSED');
    expect(await isAccepted(thief.body.accessToken)).toBe(false);
  });

  test('is counted and logged once, without what could be used', async () => {
    const { cookie: stolen } = await door.signedIn(server);
    const { cookie: second } = await refresh(stolen);
    pastGrace();
    await refresh(second);
    pastGrace();
    for (let round = 0; round < 3; round += 1) await refresh(stolen);
    expect(await server.metrics.print()).toContain('sessions_ended_total{because="REUSED"} 1');
    const told = server.log.filter((line) => line.includes('used again'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('cus_asha');
    for (const cookie of [stolen, second]) expect(told[0]).not.toContain(cookie?.split('.')[1] ?? cookie);
  });

  test('and was made up, ends nothing', async () => {
    const { cookie } = await door.signedIn(server);
    const { cookie: current = '' } = await refresh(cookie);
    pastGrace();
    const madeUp = `${current.split('.')[0]}.${'b'.repeat(43)}`;
    expect((await refresh(madeUp)).body.error.reason).toBe(NOBODY);
    expect((await refresh(current)).status).toBe(200);
  });

  test('ends no other session of the same person', async () => {
    const { cookie: stolen } = await door.signedIn(server);
    const other = await door.signedIn(server);
    const { cookie: second } = await refresh(stolen);
    pastGrace();
    await refresh(second);
    pastGrace();
    expect((await refresh(stolen)).status).toBe(401);
    expect(await isAccepted(other.token)).toBe(true);
    expect((await refresh(other.cookie)).status).toBe(200);
  });
});

test('a session of an older release goes on, and its answers can get lost as well', async () => {
  const { cookie } = await door.signedIn(server);
  const id = cookie.slice('early_bird_session='.length).split('.')[0];
  const added = { chainKey: '', generation: '', hasArrived: '', device: '' };
  await storedSessions().updateOne({ _id: id as never }, { $unset: added });
  const lost = await refresh(cookie);
  pastGrace();
  const again = await refresh(cookie);
  expect(again.cookie).toBe(lost.cookie);
  expect((await refresh(again.cookie)).status).toBe(200);
});

describe('the limit on refreshes', () => {
  const STRICT = { ...DEMO, RATE_LIMIT_REFRESH: '2', RATE_LIMIT_ANONYMOUS: '3' };
  let strict: TestServer;
  beforeEach(async () => {
    strict = await openTestServer({ database, settings: STRICT });
  });
  afterEach(() => strict.close());

  test('is counted for each session, which goes on once it has waited', async () => {
    const { cookie } = await door.signedIn(strict);
    const replies = [];
    for (let index = 0; index < 3; index += 1) replies.push(await refresh(cookie, strict));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
    const refused = replies[2];
    expect(Number(refused?.headers['retry-after'])).toBe(refused?.body.error.retryAfterSeconds);
    expect(refused?.cookie).toBeUndefined();
    expect((await refresh((await door.signedIn(strict)).cookie, strict)).status).toBe(200);
  });

  test('lets many sessions behind one address refresh', async () => {
    const cookies: string[] = [];
    for (let index = 0; index < 3; index += 1) cookies.push((await door.signedIn(strict)).cookie);
    const replies = await Promise.all([...cookies, ...cookies].map((cookie) => refresh(cookie, strict)));
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(200));
  });

  test('counts cookies that are of no session by their address, and those alone', async () => {
    const { cookie } = await door.signedIn(strict);
    const madeUp = `early_bird_session=${'a'.repeat(22)}.${'b'.repeat(43)}`;
    const statuses: number[] = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await refresh(madeUp, strict)).status);
    // Signing in was a request of nobody too.
    expect(statuses).toEqual([401, 401, 429, 429]);
    expect((await refresh(cookie, strict)).status).toBe(200);
  });
});
