import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { openTestDatabase } from '../support/database.ts';
import * as door from '../support/door.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const at = openTestDatabase();
const SETTINGS = {
  ...{ DEMO_MODE: 'on', RATE_LIMITS: 'off', TRUST_PROXY: '127.0.0.1' },
  ...{ SIGN_IN_ATTEMPTS: '3', EMAIL_CODE_TRIES: '2', EMAIL_CODES_PER_HOUR: '4' },
};
const ASHA = door.ASHA.email;
let database: Database;
let directory: string;
let server: TestServer;

beforeAll(async () => {
  database = await connect(at.uri, at.name);
  await setUp(database);
  directory = await temporaryFolder();
});
afterAll(async () => {
  await disconnect(database);
  await deleteTemporaryFolders();
});
// Who has asked, and how often, is in the memory of a server.
beforeEach(async () => {
  await codes().deleteMany({});
  server = await openTestServer({ database, settings: SETTINGS, directory });
});
afterEach(() => server.close());

const codes = () => database.getClient().db(database.name).collection('sign_in_codes');
const from = (address: string, cookie = '') => ({ 'x-forwarded-for': address, ...(cookie && { cookie }) });
const ask = (email: string, headers: Record<string, string> = {}) =>
  door.post(server, 'code', { email }, headers);
const enter = (code: string, headers: Record<string, string>, email = ASHA) =>
  door.post(server, 'code/verify', { email, code }, headers);

/** The value of the cookie that was set, as it is sent back. */
function kept({ headers }: door.Reply, name: string): string {
  const cookies = [headers['set-cookie'] ?? []].flat().map(String);
  return cookies.find((text) => text.includes(name))?.split(';')[0] ?? '';
}

/** The code of the mail that came last. */
function sentCode(): string {
  return /\b(\d{4} \d{4})\b/.exec(server.mailbox?.mails[0]?.text ?? '')?.[1] ?? 'no code';
}

/** Asks in a fresh browser, and answers with what it goes on. */
async function asked(address = '203.0.113.1') {
  const cookie = kept(await ask(ASHA, from(address)), 'early_bird_code');
  return { code: sentCode(), headers: from(address, cookie) };
}

describe('signing in with a code by e-mail', () => {
  test('sends a customer a code, which opens a session as the password does', async () => {
    const reply = await ask(' Asha@Example.com ');
    expect([reply.status, reply.body]).toEqual([202, { expiresIn: 600 }]);
    expect(server.mailbox?.mails).toHaveLength(1);
    expect(server.mailbox?.mails[0]).toMatchObject({ to: ASHA });
    const cookie = kept(reply, 'early_bird_code');
    const { status, body, cookie: session, setCookie } = await enter(sentCode(), { cookie });
    expect(status).toBe(200);
    expect(body.account).toEqual({ id: 'cus_asha', role: 'CUSTOMER', name: 'Asha' });
    expect(setCookie).toMatch(/; Path=\/auth;.*; HttpOnly; SameSite=Strict$/);
    expect(await door.isAccepted(server, body.accessToken)).toBe(true);
    expect((await door.refresh(server, session)).status).toBe(200);
  });

  test('writes the mail in the language that is asked for, and in no other', async () => {
    expect((await door.post(server, 'code', { email: ASHA, language: 'hi' })).status).toBe(202);
    expect(server.mailbox?.mails[0]).toMatchObject({
      subject: expect.stringContaining('साइन इन') as string,
      text: expect.stringMatching(/कोड: \d{4} \d{4}\n/) as string,
    });
    for (const language of ['fr', '', 'HI', '__proto__', 7])
      expect((await door.post(server, 'code', { email: ASHA, language })).status).toBe(400);
    expect(server.mailbox?.mails).toHaveLength(1);
  });

  test('answers the same, and keeps the same, whoever has the address', async () => {
    const replies: door.Reply[] = [];
    for (const email of [ASHA, 'nobody@example.com', door.RAVI.email, 'no address at all', '$where'])
      replies.push(await ask(email));
    const told = replies.map(({ status, body, headers }) => {
      const cookie = String(headers['set-cookie']).replace(/=[\w-]{22};/, '=…;');
      return { status, body, cookie, names: Object.keys(headers).sort() };
    });
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await codes().countDocuments()).toBe(5);
    expect(server.mailbox?.mails.map(({ to }) => to)).toEqual([ASHA]);
  });

  test('refuses in the same way a wrong code, one of nobody, and one that nobody asked for', async () => {
    const { headers } = await asked();
    const nobody = kept(await ask('nobody@example.com'), 'early_bird_code');
    const replies = [
      await enter('00000000', headers),
      await enter('00000000', { cookie: nobody }, 'nobody@example.com'),
      await enter('00000000', {}, 'somebody@example.com'),
      await enter('no digits', headers, door.RAVI.email),
    ];
    expect(new Set(replies.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect([replies[0]?.status, replies[0]?.body.error.code]).toEqual([401, 'INVALID_CODE']);
  });

  test('takes a code once, and of several who enter it at once lets one in', async () => {
    const { code, headers } = await asked();
    const replies = await Promise.all([1, 2].map(() => enter(code, headers)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await enter(code, headers)).status).toBe(401);
  });

  test('takes it for ten minutes', async () => {
    const { code, headers } = await asked();
    server.clock.advance({ ms: 600_000 });
    expect((await enter(code, headers)).status).toBe(401);
  });

  test('takes it in the browser that asked, and no guess of another uses up its tries', async () => {
    const { code, headers } = await asked();
    const stranger = from('198.51.100.7', `early_bird_code=${'b'.repeat(22)}`);
    for (const guess of [code, '00000000', '00000001'])
      expect((await enter(guess, stranger)).status).toBe(401);
    expect((await enter(code, headers)).status).toBe(200);
  });

  test('takes it after so many wrong ones no more', async () => {
    const { code, headers } = await asked();
    for (const guess of ['00000000', '00000001']) expect((await enter(guess, headers)).status).toBe(401);
    expect((await enter(code, headers)).status).toBe(401);
    const again = await asked();
    expect((await enter(again.code, from('203.0.113.9', again.headers['cookie']))).status).toBe(200);
  });

  test('takes the newest one only', async () => {
    const [first, second] = [await asked(), await asked()];
    expect((await enter(first.code, first.headers)).status).toBe(401);
    expect((await enter(second.code, second.headers)).status).toBe(200);
  });

  test('is open to no account that was closed', async () => {
    const { code, headers } = await asked();
    const accounts = database.getClient().db(database.name).collection<{ _id: string }>('accounts');
    await accounts.updateOne({ _id: 'cus_asha' }, { $set: { disabledAt: new Date() } });
    expect((await enter(code, headers)).status).toBe(401);
    await ask(ASHA);
    expect(server.mailbox?.mails).toHaveLength(1);
    await accounts.updateOne({ _id: 'cus_asha' }, { $unset: { disabledAt: '' } });
  });

  test.each<[string, object]>([
    ['nothing', {}],
    ['a condition', { email: { $gt: '' } }],
    ['a list', { email: [ASHA] }],
    ['more than is asked for', { email: ASHA, role: 'ADMIN' }],
    ['an endless address', { email: 'x'.repeat(300) }],
  ])('refuses %s as malformed', async (_what, payload) => {
    const { status, body } = await door.post(server, 'code', payload);
    expect([status, body.error.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('keeps codes and addresses out of the database and the log', async () => {
    const { code, headers } = await asked();
    await enter(code, headers);
    const stored = JSON.stringify(await codes().find().toArray());
    for (const hidden of [code, code.replace(' ', ''), ASHA, headers['cookie']?.split('=')[1] ?? '']) {
      expect(stored).not.toContain(hidden);
      expect(server.log.join('\n')).not.toContain(hidden);
    }
  });
});

describe('people who ask for codes of somebody else', () => {
  test('have to wait, each time longer, for an address that somebody has as for one that nobody has', async () => {
    for (const email of [ASHA, 'nobody@example.com']) {
      const statuses: number[] = [];
      for (let index = 0; index < 4; index += 1)
        statuses.push((await ask(email, from('203.0.113.1'))).status);
      expect(statuses).toEqual([202, 202, 202, 429]);
      expect((await ask(email, from('198.51.100.7'))).status).toBe(202);
    }
  });

  test('cause so many mails an hour from all their networks together, and are not told', async () => {
    for (let host = 1; host <= 9; host += 1)
      expect((await ask(ASHA, from(`203.0.113.${host}`))).status).toBe(202);
    expect(server.mailbox?.mails).toHaveLength(4);
  });

  test('take neither the code nor the mails from a device that the account knows', async () => {
    const device = kept(
      await door.post(server, 'sign-in', door.ASHA, from('203.0.113.1')),
      'early_bird_device',
    );
    for (let host = 1; host <= 9; host += 1) await ask(ASHA, from(`198.51.100.${host}`));
    const own = await ask(ASHA, from('203.0.113.1', device));
    const [code, browser] = [sentCode(), kept(own, 'early_bird_code')];
    expect(server.mailbox?.mails).toHaveLength(5);
    server.clock.advance({ ms: 60_000 });
    await ask(ASHA, from('198.51.100.20'));
    expect((await enter(code, from('203.0.113.1', `${device}; ${browser}`))).status).toBe(200);
  });

  test('who guess have to wait, and a device that the account knows does not', async () => {
    const device = kept(
      await door.post(server, 'sign-in', door.ASHA, from('203.0.113.1')),
      'early_bird_device',
    );
    const guess = () => enter('00000000', from('203.0.113.1'));
    const statuses = [
      (await guess()).status,
      (await guess()).status,
      (await guess()).status,
      (await guess()).status,
    ];
    expect(statuses).toEqual([401, 401, 401, 429]);
    const browser = kept(await ask(ASHA, from('203.0.113.1', device)), 'early_bird_code');
    expect((await enter(sentCode(), from('203.0.113.1', `${device}; ${browser}`))).status).toBe(200);
  });
});

describe('what a page may offer', () => {
  const ways = async (settings: Record<string, string>) => {
    const other = await openTestServer({ database, settings, directory });
    const offered = (await other.app.inject('/auth/ways')).json<object>();
    const { status } = await door.post(other, 'code', { email: ASHA });
    await other.close();
    return [offered, status];
  };

  test('is told: codes where mails can be sent and it is not switched off', async () => {
    expect(await ways(SETTINGS)).toEqual([{ password: true, emailCode: true }, 202]);
    expect(await ways({ ...SETTINGS, EMAIL_SIGN_IN: 'off' })).toEqual([
      { password: true, emailCode: false },
      404,
    ]);
    expect(await ways({ RATE_LIMITS: 'off' })).toEqual([{ password: true, emailCode: false }, 404]);
  });
});
