import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { ActStore } from '../../api/persistence/stores/act.store.ts';
import { openTestDatabase } from '../support/database.ts';
import * as door from '../support/door.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const at = openTestDatabase();
const DEMO = { DEMO_MODE: 'on', SIGN_IN_ATTEMPTS: '3' };
const { ASHA } = door;
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

const post = (path: string, payload?: object, headers?: Record<string, string>, to = server) =>
  door.post(to, path, payload, headers);
const refresh = (cookie: string) => door.refresh(server, cookie);
const signedIn = (credentials = ASHA) => door.signedIn(server, credentials);
const isAccepted = (token: string) => door.isAccepted(server, token);

describe('signing in', () => {
  test('is recorded of staff, each time, and of no customer', async () => {
    for (const who of [ASHA, door.RAVI, door.RAVI]) await signedIn(who);
    await post('sign-in', { ...door.RAVI, password: 'wrong' });

    const any = { beyond: null, from: null, to: null, limit: 10 };
    const acts = await new ActStore(database).stretch({ act: 'signIn' }, any);
    const device = expect.stringMatching(/.+/) as string;
    const ravi = {
      ...{ actor: { id: 'staff_ravi', role: 'STAFF', channel: 'WEB' }, at: server.clock.now() },
      ...{ subject: { kind: 'ACCOUNT', id: 'staff_ravi' }, after: [{ key: 'device', value: device }] },
    };
    expect(acts).toMatchObject([ravi, ravi]);
  });

  test('hands out a short token for the page and a cookie that no script can read', async () => {
    const { status, body, setCookie, headers } = await post('sign-in', ASHA);
    expect(status).toBe(200);
    expect(body).toEqual({
      accessToken: expect.any(String) as string,
      expiresIn: 600,
      account: { id: 'cus_asha', role: 'CUSTOMER', name: 'Asha' },
    });
    expect(setCookie).toMatch(/; Path=\/auth;.*; HttpOnly; SameSite=Strict$/);
    expect(headers['cache-control']).toBe('no-store');
    expect(await isAccepted(body.accessToken)).toBe(true);
  });

  test('sends cookies over TLS only in production, under names that browsers take from nobody else', async () => {
    const strict = await openTestServer({ database, settings: { NODE_ENV: 'production' } });
    const { setCookie, cookie = '', headers } = await post('sign-in', ASHA, {}, strict);
    expect(setCookie).toMatch(
      /^__Secure-early_bird_session=.*; Path=\/auth; .*HttpOnly; SameSite=Strict; Secure$/,
    );
    for (const text of [headers['set-cookie']].flat()) expect(text).toMatch(/^__Secure-.*; Secure$/);
    const planted = cookie.replace('__Secure-', '');
    expect((await door.refresh(strict, planted)).status).toBe(401);
    expect((await door.refresh(strict, `${planted}x; ${cookie}`)).status).toBe(200);
    await strict.close();
  });

  test('works for staff and admins, however the address is written', async () => {
    const ravi = await post('sign-in', { email: ' Ravi@Example.com ', password: 'early-bird-ravi' });
    const meera = await post('sign-in', { email: 'meera@example.com', password: 'early-bird-meera' });
    expect([ravi.body.account, meera.body.account]).toEqual([
      { id: 'staff_ravi', role: 'STAFF', name: 'Ravi' },
      { id: 'admin_meera', role: 'ADMIN', name: 'Meera' },
    ]);
  });

  test('says the same of a wrong password and of an unknown address', async () => {
    const wrong = await post('sign-in', { ...ASHA, password: 'wrong' });
    const unknown = await post('sign-in', { email: 'nobody@example.com', password: 'wrong' });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual({
      error: { code: 'INVALID_CREDENTIALS', message: 'The email address or the password is not right.' },
    });
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.cookie).toBeUndefined();
  });

  test.each<[string, object]>([
    ['nothing', {}],
    ['no password', { email: 'asha@example.com' }],
    ['conditions for texts', { email: { $gt: '' }, password: { $gt: '' } }],
    ['lists for texts', { email: ['asha@example.com'], password: 'x' }],
    ['a role of one’s choice', { ...ASHA, role: 'ADMIN' }],
    ['an endless address', { email: 'x'.repeat(300), password: 'x' }],
  ])('refuses %s as malformed', async (_what, payload) => {
    const { status, body } = await post('sign-in', payload);
    expect(status).toBe(400);
    expect(body.error.code).toBe('BAD_USER_INPUT');
  });
});

describe('attempts to guess a password', () => {
  const GUESS = { ...ASHA, password: 'guess' };
  const guess = () => post('sign-in', GUESS);
  const deviceOf = (headers: Readonly<Record<string, unknown>>) =>
    [headers['set-cookie']]
      .flat()
      .map(String)
      .find((text) => text.includes('device'))
      ?.split(';')[0] ?? '';

  test('end after so many: then even the right one has to wait', async () => {
    for (let index = 0; index < 3; index += 1) expect((await guess()).status).toBe(401);
    const { status, body, headers } = await post('sign-in', ASHA);
    expect(status).toBe(429);
    expect(body.error).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      retryAfterSeconds: expect.any(Number) as number,
    });
    expect(Number(headers['retry-after'])).toBe(body.error.retryAfterSeconds);
  });

  test('sent all at once are no more either', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, guess));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  test('beside the owner, from the same network, do not keep a device out that the account knows', async () => {
    const { headers } = await post('sign-in', ASHA);
    const cookie = deviceOf(headers);
    for (let index = 0; index < 5; index += 1) await guess();
    expect((await post('sign-in', ASHA)).status).toBe(429);
    expect((await post('sign-in', ASHA, { cookie })).status).toBe(200);
  });

  test('at one account lock no other', async () => {
    for (let index = 0; index < 4; index += 1) await guess();
    const ravi = await post('sign-in', { email: 'ravi@example.com', password: 'early-bird-ravi' });
    expect(ravi.status).toBe(200);
  });

  test('are forgotten once the right one was given', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let index = 0; index < 2; index += 1) await guess();
      expect((await post('sign-in', ASHA)).status).toBe(200);
    }
  });
});

describe('signing out', () => {
  test('ends this session and clears the cookie; another one of the same person goes on', async () => {
    const here = await signedIn();
    const there = await signedIn();
    const { status, cookie } = await post('sign-out', {}, { cookie: here.cookie });
    expect(status).toBe(204);
    expect(cookie).toBe('early_bird_session=');
    expect((await refresh(here.cookie)).status).toBe(401);
    expect((await refresh(there.cookie)).status).toBe(200);
  });

  test('everywhere ends all sessions of the account, and its access tokens at once', async () => {
    const here = await signedIn();
    const there = await signedIn();
    const other = await signedIn({ email: 'ravi@example.com', password: 'early-bird-ravi' });
    expect(await isAccepted(there.token)).toBe(true);
    expect((await post('sign-out', { everywhere: true }, { cookie: here.cookie })).status).toBe(204);
    expect((await refresh(there.cookie)).status).toBe(401);
    expect(await isAccepted(there.token)).toBe(false);
    expect(await isAccepted(other.token)).toBe(true);
    expect(await isAccepted((await signedIn()).token)).toBe(true);
  });

  test('everywhere is heard of by servers that start later', async () => {
    const { token, cookie } = await signedIn();
    await post('sign-out', { everywhere: true }, { cookie });
    const { principal } = server.requests.at(-1) ?? {};
    expect(principal).toBeUndefined();
    const again = await signedIn();
    await server.close();
    server = await openTestServer({ database, settings: DEMO, directory: server.directory });
    expect(await isAccepted(token)).toBe(false);
    expect(await isAccepted(again.token)).toBe(true);
  });

  test('without a session is nothing to complain about', async () => {
    expect((await post('sign-out', undefined)).status).toBe(204);
  });
});

describe('requests from pages of another site', () => {
  test.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that hides itself', { origin: 'null' }],
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
  ])('are refused: %s', async (_how, headers) => {
    const { cookie } = await signedIn();
    for (const path of ['refresh', 'sign-out']) {
      const response = await server.app.inject({
        method: 'POST',
        url: `/auth/${path}`,
        headers: { ...headers, cookie },
        payload: headers['content-type'] ? 'a=b' : '{}',
      });
      expect([path, response.statusCode]).toEqual([path, 403]);
    }
    expect((await refresh(cookie)).status).toBe(200);
  });

  test('of our own origin, or a listed one, are answered', async () => {
    const { cookie } = await signedIn();
    const own = await post('refresh', {}, { cookie, origin: 'http://localhost:80', host: 'localhost:80' });
    const listed = await post('refresh', {}, { cookie: own.cookie ?? '', origin: 'http://localhost:5173' });
    expect([own.status, listed.status]).toEqual([200, 200]);
  });
});

describe('the people of the demo', () => {
  test('are announced in a demo, each with a working password', async () => {
    const people = (await server.app.inject('/auth/demo-accounts')).json<
      { email: string; password: string }[]
    >();
    expect(people).toHaveLength(5);
    for (const { email, password } of people) {
      expect((await post('sign-in', { email, password })).status).toBe(200);
    }
  });

  test('are not there otherwise', async () => {
    const plain = await openTestServer({ database });
    expect((await plain.app.inject('/auth/demo-accounts')).statusCode).toBe(404);
    await plain.close();
  });
});

test('nothing secret is stored or logged as it is', async () => {
  const { token, cookie } = await signedIn();
  const secret = cookie.split('.')[1] ?? cookie;
  const client = database.getClient().db(database.name);
  const stored = JSON.stringify([
    await client.collection('accounts').find().toArray(),
    await client.collection('sessions').find().toArray(),
  ]);
  for (const hidden of [ASHA.password, secret, token]) {
    expect(stored).not.toContain(hidden);
    expect(server.log.join('\n')).not.toContain(hidden);
  }
});
