import { Kind, parse } from 'graphql';
import { executableSchema } from '../../api/server/executable-schema.ts';
import { ownTokenVerifier } from '../../api/identity/verify-token.ts';
import { issueToken } from '../../api/identity/issue-token.ts';
import { openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import * as door from '../support/door.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { readyMade } from '../support/ready-made.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { grant } from '../support/spending.ts';

const at = openTestDatabase();
let app: TestApp;
let server: TestServer;
let ravi: { token: string; cookie: string };
let view: string;

beforeAll(async () => {
  app = await openTestApp(at);
  server = await openTestServer({
    database: app.database,
    wallets: app,
    schema: executableSchema(),
    settings: { DEMO_MODE: 'on' },
  });
  for (const id of ['nisha', 'omar']) await openWallet(app, id, id === 'nisha' ? 'Nisha Verma' : 'Omar Khan');
  await grant(app, 'nisha', 340_00n);
  ravi = await door.signedIn(server, door.RAVI);
  view = (await look(ravi.token)).body.accessToken;
});
afterAll(async () => {
  await server.close();
  await app.close();
  await deleteTemporaryFolders();
});
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

function look(token: string | null, body: object = { customerId: 'nisha', reason: 'A reward is missing' }) {
  return door.post(server, 'view-as', body, token === null ? {} : bearer(token));
}

const BALANCE = '{ viewer { role customer { name } wallet { balance { amount } } sessions { id } } }';
const balanceOf = (token: string) => server.graphql(`query Look ${BALANCE}`, { token });

describe('looking as a customer', () => {
  it('shows what the customer sees, but not where they are signed in', async () => {
    const { data, errors } = await balanceOf(view);

    expect(errors).toEqual([]);
    expect(data).toEqual({
      viewer: {
        ...{ role: 'CUSTOMER', customer: { name: 'Nisha Verma' }, sessions: [] },
        wallet: { balance: { amount: '340.00' } },
      },
    });
  });

  it('is in the acts, with who and why, before anything is seen', async () => {
    const acts = await app.stores.acts.stretch(
      { about: { kind: 'CUSTOMER', id: 'nisha' } },
      { beyond: null, from: null, to: null, limit: 1 },
    );

    expect(acts).toMatchObject([
      {
        ...{
          act: 'viewAsCustomer',
          reason: 'A reward is missing',
          subject: { kind: 'CUSTOMER', id: 'nisha' },
        },
        ...{ actor: { role: 'STAFF', channel: 'CONSOLE' }, after: [{ key: 'until' }] },
      },
    ]);
  });

  const mutations = readyMade.filter(({ document }) =>
    parse(document).definitions.some(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'mutation',
    ),
  );

  it('can send none of the mutations there are', async () => {
    const before = await app.stores.wallets.load(['nisha', 'omar']);
    for (const { path, document, header } of mutations) {
      // What its variables refer to does not matter: it is refused before anything is looked up.
      const text = (header.variables ?? '{}').replaceAll(/cus_\w+/g, 'nisha');
      const variables = JSON.parse(text) as Record<string, unknown>;
      const { errors } = await server.graphql(document, { token: view, variables });
      expect([path, errors[0]?.extensions['code']]).toEqual([path, 'FORBIDDEN']);
    }
    expect(mutations.length).toBeGreaterThan(25);
    expect(await app.stores.wallets.load(['nisha', 'omar'])).toEqual(before);
  });

  it.each([
    ['another wallet', '{ wallet(customerId: "omar") { status } }', { wallet: null }],
    ['staff’s lists', '{ customers { totalCount } }', null],
    ['a search', '{ search(text: "omar") { hasMore } }', null],
    ['another customer', '{ customer(id: "omar") { name } }', null],
    ['what was done', '{ auditLog { nodes { act } } }', null],
    ['figures', '{ programmeStatistics { walletCount } }', null],
    ['notes', '{ wallet(customerId: "nisha") { notes { totalCount } } }', { wallet: { notes: null } }],
  ])('reaches nothing of %s', async (_, query, expected) => {
    const { data, errors } = await server.graphql(query, { token: view });

    if (expected) expect(data).toEqual(expected);
    else expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is logged with who looks', async () => {
    await balanceOf(view);

    expect(server.log.at(-1)).toMatch(/"subject":"nisha","role":"CUSTOMER","viewedBy":"[^"]+"/);
  });

  it('exports nothing', async () => {
    const response = await server.app.inject({ url: '/export/transactions.csv', headers: bearer(view) });

    expect(response.statusCode).toBe(403);
  });

  it('has no part in signing in, neither its own nor the customer’s', async () => {
    for (const path of ['view-as', 'refresh', 'sign-out', 'second-factor/begin', 'second-factor/disable']) {
      const body = path === 'view-as' ? { customerId: 'omar', reason: 'More' } : { code: '123456' };
      const { status, setCookie } = await door.post(
        server,
        path,
        path.includes('/') || path === 'view-as' ? body : undefined,
        {
          ...bearer(view),
        },
      );
      expect([path, status, setCookie]).toEqual([path, 403, '']);
    }
  });

  it('is for staff and admins who signed in here, with a reason, and at somebody whom the shop knows', async () => {
    const asha = await door.signedIn(server, door.ASHA);
    const foreign = await server.token('STAFF');

    expect((await look(null)).status).toBe(401);
    expect((await look(asha.token)).status).toBe(403);
    expect((await look(foreign)).status).toBe(403);
    for (const reason of ['', '  ', '\u200b\u2060', 'Two\nlines', 'Half \ud83d', 'x'.repeat(201)])
      expect([reason, (await look(ravi.token, { customerId: 'nisha', reason })).status]).toEqual([
        reason,
        400,
      ]);
    expect((await look(ravi.token, { customerId: 'nisha' })).status).toBe(400);
    expect((await look(ravi.token, { customerId: 'nobody', reason: 'Asked' })).status).toBe(404);
  });

  it('is never taken for the customer by who knows no such tokens, nor made of an ordinary one', async () => {
    const { issuer, audience } = server.config.identity;
    const [header = ''] = view.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ typ: 'view+jwt' });
    const stamp = { now: server.clock.now(), tokenId: 'without-a-session' };
    const looker = { id: 'ravi', role: 'STAFF' } as const;
    const subject = {
      id: 'nisha',
      role: 'CUSTOMER',
      name: 'Nisha',
      sessionVersion: null,
      viewedBy: looker,
    } as const;
    const token = await issueToken(server.keys, { issuer, audience, lifetimeSeconds: 60 }, subject, stamp);

    const verifier = ownTokenVerifier(server.keys, { issuer, audience, now: server.clock.now });
    expect(await verifier.verify(token)).toEqual({ refused: 'it does not say who looks' });
  });
});

describe('a look', () => {
  it('ends with the session of whoever looks', async () => {
    await door.post(server, 'sign-out', undefined, { cookie: ravi.cookie });

    expect((await balanceOf(view)).status).toBe(401);
    expect((await look(ravi.token)).status).toBe(401);
  });

  it('ends when all their sessions do', async () => {
    ravi = await door.signedIn(server, door.RAVI);
    const { accessToken } = (await look(ravi.token)).body;
    const other = await door.signedIn(server, door.RAVI);
    await door.post(server, 'sign-out', { everywhere: true }, { cookie: other.cookie });

    expect((await balanceOf(accessToken)).status).toBe(401);
  });

  it('is over after its time, and gives nothing to refresh it with', async () => {
    ravi = await door.signedIn(server, door.RAVI);
    const opened = await look(ravi.token);
    expect([opened.body['expiresIn'], opened.setCookie]).toEqual([600, '']);
    expect((await balanceOf(opened.body.accessToken)).status).toBe(200);

    server.clock.advance({ ms: 640_000 });

    expect((await balanceOf(opened.body.accessToken)).status).toBe(401);
  });
});
