import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { Accounts } from '../../api/identity/accounts.ts';
import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { ActStore } from '../../api/persistence/stores/act.store.ts';
import { openTestDatabase } from '../support/database.ts';
import * as door from '../support/door.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const at = openTestDatabase();
const EMAIL = 'asha.rao@shop.example';
const PASSWORD = 'early birds sing';
let database: Database;
let server: TestServer;
let accounts: Accounts;

beforeAll(async () => {
  database = await connect(at.uri, at.name);
  await setUp(database);
  server = await openTestServer({ database, settings: { SIGN_IN_ATTEMPTS: '100' } });
  accounts = new Accounts({ database, operator: 'kiran', now: server.clock.now, newId: randomUUID });
});
afterAll(async () => {
  await server.close();
  await disconnect(database);
  await deleteTemporaryFolders();
});
beforeEach(() => database.getClient().db(database.name).collection('accounts').deleteMany({}));

async function linkOf(answer: ReturnType<Accounts['add']>): Promise<string> {
  const made = await answer;
  if (!('link' in made)) throw new Error(made.refused);
  return made.link;
}
const newcomer = { id: 'staff_1', email: EMAIL, name: 'Asha Rao', role: 'STAFF' } as const;
const add = () => linkOf(accounts.add(newcomer));
const choose = (link: string, password = PASSWORD) => door.post(server, 'password', { link, password });
const signIn = (password = PASSWORD) => door.post(server, 'sign-in', { email: EMAIL, password });

test('the command makes an account, whose owner chooses a password through its link and signs in', async () => {
  const words = ['account.ts', 'add', '--email', EMAIL, '--name', 'Asha Rao', '--role', 'staff'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['scripts/run.mjs', `api/scripts/${words[0]}`, ...words.slice(1), '--url', 'https://shop.example/'],
    { env: { ...process.env, MONGODB_URI: at.uri, DATABASE_NAME: at.name, NODE_ENV: 'test' } },
  );
  const link = /^https:\/\/shop\.example\/set-password#(\S+)$/m.exec(stdout)?.[1] ?? '';
  expect((await choose(link)).status).toBe(204);
  expect((await signIn()).body.account).toMatchObject({ role: 'STAFF', name: 'Asha Rao' });
});

test('nobody signs in before a password was chosen', async () => {
  await add();
  for (const password of ['none', '', 'x'.repeat(43)])
    expect([400, 401]).toContain((await signIn(password)).status);
});

test('a link works once, and for one of several who use it at once', async () => {
  const link = await add();
  const replies = await Promise.all([
    choose(link, 'the first password'),
    choose(link, 'the second password'),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([204, 400]);
  const again = await choose(link, 'the third password');
  expect(again.status).toBe(400);
  expect(again.body.error.code).toBe('LINK_NOT_USABLE');
});

test('a link works for a day, and no longer than until there is a newer one', async () => {
  const first = await add();
  server.clock.advance({ days: 1 });
  expect((await choose(first)).status).toBe(400);
  const [second, third] = [await linkOf(accounts.reset(EMAIL)), await linkOf(accounts.reset(EMAIL))];
  expect((await choose(second)).status).toBe(400);
  expect((await choose(third)).status).toBe(204);
});

test.each(['', 'made.up', `${Buffer.from('staff_1').toString('base64url')}.${'b'.repeat(43)}`])(
  'a made-up link (%p) opens nothing',
  async (link) => {
    await add();
    expect((await choose(link)).status).toBe(400);
  },
);

test('a short password is refused, and the link stays good', async () => {
  const link = await add();
  expect((await choose(link, 'short')).body.error.code).toBe('BAD_USER_INPUT');
  expect((await choose(link)).status).toBe(204);
});

test('a reset takes the password and ends what is signed in; another choice opens the account again', async () => {
  expect((await choose(await add())).status).toBe(204);
  const { cookie, status } = await signIn();
  expect(status).toBe(200);
  const link = await linkOf(accounts.reset(EMAIL));
  expect((await signIn()).status).toBe(401);
  expect((await door.refresh(server, cookie)).body.error.reason).toBe('SESSION_ENDED');
  await choose(link, 'quite another one');
  expect((await signIn('quite another one')).status).toBe(200);
});

test('a disabled account is closed for its password, its sessions and its link, until it is reset', async () => {
  await choose(await add());
  const { cookie } = await signIn();
  const link = await linkOf(accounts.reset(EMAIL));
  expect(await accounts.disable(EMAIL)).toBe(true);
  expect((await choose(link)).status).toBe(400);
  expect((await signIn()).status).toBe(401);
  expect((await door.refresh(server, cookie)).status).toBe(401);
  await choose(await linkOf(accounts.reset(EMAIL)));
  expect((await signIn()).status).toBe(200);
});

test('whoever keeps the accounts leaves an act of each change, and of none that did not happen', async () => {
  const any = { beyond: null, from: null, to: null, limit: 20 };
  const about = { kind: 'ACCOUNT', id: 'staff_acts' } as const;
  const acts = () => new ActStore(database).stretch({ about }, any);
  await accounts.add({ ...newcomer, id: 'staff_acts' });
  await accounts.add({ ...newcomer, id: 'staff_acts' });
  server.clock.advance({ days: 1 });
  await accounts.reset(EMAIL);
  server.clock.advance({ days: 1 });
  await accounts.disable(EMAIL);
  await accounts.disable('nobody@shop.example');
  expect((await acts()).map(({ act }) => act)).toEqual(['disableAccount', 'resetAccount', 'addAccount']);
  const [, , made] = await acts();
  expect(made).toMatchObject({
    actor: { id: 'kiran', role: 'ADMIN', channel: 'CONSOLE' },
    after: [{ key: 'role', value: 'STAFF' }],
  });
  expect(JSON.stringify(await acts())).not.toContain(EMAIL);
});

test('an address and an id are taken once, and what is not there is told', async () => {
  await add();
  const other = { ...newcomer, id: 'staff_2', email: ` ${EMAIL.toUpperCase()} ` };
  expect(await accounts.add(other)).toEqual({ refused: 'EMAIL_OR_ID_TAKEN' });
  expect(await accounts.add({ ...newcomer, email: 'b@shop.example' })).toEqual({
    refused: 'EMAIL_OR_ID_TAKEN',
  });
  expect(await accounts.reset('c@shop.example')).toEqual({ refused: 'NO_SUCH_ACCOUNT' });
  expect(await accounts.disable('c@shop.example')).toBe(false);
});

test('no password and no secret of a link is stored or logged', async () => {
  const link = await add();
  const stored = JSON.stringify(
    await database.getClient().db(database.name).collection('accounts').find().toArray(),
  );
  await choose(link);
  for (const hidden of [link.split('.')[1] ?? link, PASSWORD]) {
    expect(stored).not.toContain(hidden);
    expect(server.log.join('\n')).not.toContain(hidden);
  }
});
