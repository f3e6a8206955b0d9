import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphql, type GraphQLSchema } from 'graphql';
import { issueToken } from '../../api/identity/issue-token.ts';
import { localId } from '../../api/resolvers/global-id.ts';
import { contextFactory } from '../../api/server/context.ts';
import { executableSchema } from '../../api/server/executable-schema.ts';
import type { Caller } from '../../api/services/caller.ts';
import { openTestApi } from '../support/api.ts';
import { callerOf, freshKey } from '../support/app.ts';
import * as door from '../support/door.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { mockPayments } from '../support/payments.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { matrix, type Target } from './matrix.ts';
import { makeTarget } from './targets.ts';
import { WALLS } from './walls.ts';

const api = openTestApi({ payments: mockPayments() });

const schema = executableSchema();
const all = [...WALLS, ['both walls', schema] as const];
const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});

let server: TestServer;
let asha: Omit<Target, 'key'>;
/** Of somebody else, and of the same customer. */
let others: string[];
let byLink: Caller;

beforeAll(async () => {
  asha = await makeTarget(api, 'asha');
  const { checkoutId } = await makeTarget(api, 'bala');
  const second = { orderId: 'second', total: { amount: '30' }, credits: 'NONE' };
  const started = await api.customer('asha').act('startCheckout', second, 'checkout { id }');
  others = [checkoutId, (started as unknown as { checkout: { id: string } }).checkout.id];
  byLink = { ...callerOf('CUSTOMER', 'asha'), paysFor: idOf(asha.checkoutId) };
  server = await openTestServer({
    ...{ schema, wallets: api.app, database: api.app.database },
    settings: { DEMO_MODE: 'on' },
  });
});
afterAll(async () => {
  await server.close();
  await deleteTemporaryFolders();
});

function idOf(checkoutId: string): string {
  const id = localId('Checkout', checkoutId);
  if (id === null) throw new Error(`${checkoutId} is no checkout.`);
  return id;
}

async function verdict(wall: GraphQLSchema, source: string, variableValues = {}): Promise<string> {
  const contextValue = contextFactory(api.app)(byLink, 'req-link');
  const { data, errors } = await graphql({ schema: wall, source, variableValues, contextValue });
  if (errors?.[0]) return String(errors[0].extensions['code']);
  return Object.values(data ?? {})[0] === null ? 'null' : 'answered';
}

const pay = (checkoutId: string, told = 'checkout { status } userErrors { code }') =>
  `mutation Pay { payCheckout(input: { checkoutId: "${checkoutId}", method: UPI, idempotencyKey: "${freshKey('pay')}" }) { ${told} } }`;
const addCard = (checkoutId: string) =>
  `mutation Add { addGiftCardToCheckout(input: { checkoutId: "${checkoutId}", giftCardCode: "NOBODYS", idempotencyKey: "${freshKey('add')}" }) { userErrors { code } } }`;

/** A document of the page, with the parts that it names. */
function documentOf(name: string): string {
  const files = [`features/checkout/${name}`, 'features/checkout/checkout-state', 'wallet/refusal'];
  const [own = '', ...parts] = files.map((file) =>
    readFileSync(join(__dirname, '..', '..', 'client', `${file}.graphql`), 'utf8'),
  );
  return [own, ...parts.filter((part) => own.includes(`...${/^fragment (\w+)/.exec(part)?.[1]}`))].join('\n');
}

describe.each(all)('who came by the link of a checkout, before %s', (_, wall) => {
  it('looks at it and pays it', async () => {
    const look = `query Look { checkout(id: "${asha.checkoutId}") { status total { amount } ...Rest } }
      fragment Rest on Checkout { payment { status } fromGiftCards { maskedCode } }`;

    expect(await verdict(wall, look)).toBe('answered');
    expect(await verdict(wall, addCard(asha.checkoutId))).toBe('answered');
    expect(await verdict(wall, pay(asha.checkoutId))).toBe('answered');
  });

  it('is shown all that the page of the wallet asks for', async () => {
    const input = { checkoutId: asha.checkoutId, idempotencyKey: freshKey('page') };
    const asks: [string, object][] = [
      ['checkout', { id: asha.checkoutId, own: false }],
      ['pay-checkout', { input: { ...input, method: 'UPI' } }],
      ['add-gift-card', { input: { ...input, giftCardCode: 'NOBODYS' } }],
    ];
    for (const [name, variables] of asks)
      expect([name, await verdict(wall, documentOf(name), variables)]).toEqual([name, 'answered']);
  });

  it('reaches no other, of nobody', async () => {
    for (const id of others) {
      expect(['FORBIDDEN', 'null']).toContain(await verdict(wall, `{ checkout(id: "${id}") { status } }`));
      for (const act of [pay(id), addCard(id)]) expect(await verdict(wall, act)).toBe('FORBIDDEN');
    }
  });

  it('can ask for nothing else', async () => {
    for (const row of matrix.filter(({ anonymous }) => anonymous === undefined)) {
      if (row.field === 'checkout') continue;
      const kind = mutations.includes(row.field) ? 'mutation' : 'query';
      const got = await verdict(wall, `${kind} Wall { ${row.call({ ...asha, key: freshKey('wall') })} }`);
      expect([row.field, ['FORBIDDEN', 'null'].includes(got)]).toEqual([row.field, true]);
    }
  });

  it.each([
    ['the customer', 'customer { name }'],
    ['the wallet', 'customer { wallet { balance { amount } } }'],
    ['the hold', 'hold { amount { amount } }'],
    ['what could go back', 'refundSplit(amount: { amount: "1" }) { toSource { amount } }'],
    ['how much could', 'refundable { amount }'],
    ['the customer in a part', '... on Checkout { customer { name } }'],
    ['the customer behind the interface', '... on Node { ... on Customer { name } }'],
    ['the customer in a named part', '...Leads'],
    ['the customer under another name', 'total: customer { amount: name }'],
  ])('is not led on to %s', async (_about, told) => {
    const part = told.includes('Leads') ? 'fragment Leads on Checkout { status customer { name } }' : '';

    expect(['FORBIDDEN', 'null']).toContain(
      await verdict(wall, `query Led { checkout(id: "${asha.checkoutId}") { ${told} } } ${part}`),
    );
    expect(
      await verdict(wall, `${pay(asha.checkoutId, `checkout { ${told} } userErrors { code }`)} ${part}`),
    ).toBe('FORBIDDEN');
  });
});

describe('a token for one checkout', () => {
  const tokenFor = (paysFor: string, role: 'CUSTOMER' | 'STAFF' = 'CUSTOMER') => {
    const { issuer, audience } = server.config.identity;
    const subject = { id: 'asha', role, name: 'Asha', sessionVersion: null, paysFor };
    const stamp = { now: server.clock.now(), tokenId: freshKey('jti') };
    return issueToken(server.keys, { issuer, audience, lifetimeSeconds: 600 }, subject, stamp);
  };
  const look = (token: string, id: string) =>
    server.graphql('query Look($id: ID!) { checkout(id: $id) { status } }', { token, variables: { id } });

  it('shows that one, however often it is asked, and no other', async () => {
    const token = await tokenFor(idOf(asha.checkoutId));

    for (let round = 1; round <= 3; round += 1) {
      expect((await look(token, asha.checkoutId)).data).toEqual({ checkout: { status: expect.any(String) } });
      for (const id of others) expect((await look(token, id)).data).toEqual({ checkout: null });
    }
    expect((await server.graphql('{ viewer { role } }', { token })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('is refused for a checkout of somebody else, without one, and for who is of the shop', async () => {
    const theirs = others[0] ?? '';
    for (const token of [await tokenFor(idOf(theirs)), await tokenFor(''), await tokenFor('asha:x', 'STAFF')])
      expect((await look(token, theirs)).status).toBe(401);
  });

  it('is of a type that an older release refuses, has no part in signing in, and exports nothing', async () => {
    const token = await tokenFor(idOf(asha.checkoutId));
    const [header = ''] = token.split('.');
    const headers = { authorization: `Bearer ${token}` };

    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ typ: 'pay+jwt' });
    for (const path of ['refresh', 'sign-out', 'view-as'])
      expect([path, (await door.post(server, path, undefined, headers)).status]).toEqual([path, 403]);
    expect((await server.app.inject({ url: '/export/transactions.csv', headers })).statusCode).toBe(403);
  });

  it('is over after its time', async () => {
    const token = await tokenFor(idOf(asha.checkoutId));
    server.clock.advance({ ms: 640_000 });

    expect((await look(token, asha.checkoutId)).status).toBe(401);
  });
});
