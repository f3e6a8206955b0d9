import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { issueToken } from '../../api/identity/issue-token.ts';
import { openExistingKeys } from '../../api/identity/signing-keys.ts';
import { readConfig, type Config } from '../../api/server/config.ts';
import { createLogger } from '../../api/server/observability/logger.ts';
import { createMetrics } from '../../api/server/observability/metrics.ts';
import { start, type RunningServer } from '../../api/server/start.ts';
import { openTestDatabase } from '../support/database.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';

/*
 * The shop of examples/shop in a process of its own, beside a server that it knows nothing of but its address, an account and a secret.
 */

const SECRET = randomBytes(32).toString('hex');
const at = openTestDatabase();
let config: Config;
let wallet: RunningServer;
let shop: ChildProcess;
let origin: string;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  config = readConfig({
    ...{ NODE_ENV: 'test', LOG_LEVEL: 'silent', DEMO_MODE: 'on', PORT: '0' },
    ...{ MONGODB_URI: at.uri, DATABASE_NAME: at.name, DATA_DIRECTORY: await temporaryFolder() },
    ...{ CHECKOUT_RETURN_ORIGINS: origin, CHECKOUT_SECRET: SECRET },
  });
  wallet = await start(config, {
    ...{ now: () => Date.now(), elapsed: () => performance.now(), newId: randomUUID, randomBytes },
    ...{ say: () => {}, logger: createLogger(config), metrics: createMetrics({ withProcess: false }) },
  });
  shop = spawn(process.execPath, ['examples/shop/server.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...{ PORT: String(port), WALLET_URL: `http://127.0.0.1:${wallet.port}`, CHECKOUT_SECRET: SECRET },
      ...{ WALLET_EMAIL: 'ravi@example.com', WALLET_PASSWORD: 'early-bird-ravi' },
    },
  });
  if (!shop.stdout) throw new Error('The shop says nothing.');
  await once(createInterface({ input: shop.stdout }), 'line');
});
afterAll(async () => {
  shop.kill('SIGTERM');
  if (shop.exitCode === null) await once(shop, 'exit');
  await wallet.stop();
  await deleteTemporaryFolders();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Page {
  readonly status: number;
  readonly text: string;
  /** Where it sends whoever asks. */
  readonly location: string;
}

async function visit(path: string, method = 'GET', body?: URLSearchParams): Promise<Page> {
  const answer = await fetch(new URL(path, origin), { method, redirect: 'manual', ...(body && { body }) });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') ?? '' };
}

const buy = async (goods: string) => (await visit(`/buy/${goods}`, 'POST')).location;
const pay = (order: string, code = '') =>
  visit(order.replace('/orders/', '/pay/'), 'POST', new URLSearchParams({ code }));
const standing = async (address: string) => /data-status="(\w+)"/.exec((await visit(address)).text)?.[1];

const asha = { id: 'cus_asha', role: 'CUSTOMER', name: 'Asha' } as const;
const meera = { id: 'meera', role: 'ADMIN', name: 'Meera' } as const;
/** As Asha, whose credits they are. */
const asAsha = <T>(query: string, variables: object) => ask<T>(asha, query, variables);

async function ask<T>(person: typeof asha | typeof meera, query: string, variables: object): Promise<T> {
  const keys = await openExistingKeys({
    directory: config.dataDirectory,
    isProduction: false,
    now: Date.now,
  });
  if (!keys) throw new Error('The server made its keys when it started.');
  const token = await issueToken(
    keys,
    { issuer: config.identity.issuer, audience: config.identity.audience, lifetimeSeconds: 600 },
    { ...person, sessionVersion: null },
    { now: Date.now(), tokenId: randomUUID() },
  );
  const answer = await fetch(`http://127.0.0.1:${wallet.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return ((await answer.json()) as { data: T }).data;
}

interface Checkout {
  readonly id: string;
  readonly status: string;
  readonly returnTo: string | null;
}

/** What the link to pay is about, or the result that the customer brings back where nothing is left to pay. */
const idAt = ({ location }: Page) =>
  decodeURIComponent(/(?:\/pay\/|\?checkout=)([^#&]+)/.exec(location)?.[1] ?? '');

const checkoutAt = (page: Page): Promise<Checkout> => checkoutById(idAt(page));

async function checkoutById(id: string): Promise<Checkout> {
  const query = 'query Q($id: ID!) { checkout(id: $id) { id status returnTo } }';
  return (await asAsha<{ checkout: Checkout }>(query, { id })).checkout;
}

/** As the wallet's page does with what stands behind the `#`. */
async function follow(page: Page): Promise<{ status: number; accessToken: string }> {
  const secret = page.location.split('#')[1] ?? '';
  const answer = await fetch(`http://127.0.0.1:${wallet.port}/auth/pay-link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ checkoutId: idAt(page), secret }),
  });
  const { accessToken = '' } = (await answer.json()) as { accessToken?: string };
  return { status: answer.status, accessToken };
}

/** The code of a gift card that is worth a packet of tea. */
async function giftCard(): Promise<string> {
  const issue =
    'mutation I($input: IssueGiftCardsInput!) { issueGiftCards(input: $input) { giftCards { code } userErrors { code } } }';
  const input = { count: 1, amount: { amount: '640' }, reason: 'Prize draw', idempotencyKey: randomUUID() };
  const issued = await ask<{ issueGiftCards: { giftCards: { code: string }[] } }>(meera, issue, { input });
  return issued.issueGiftCards.giftCards[0]?.code ?? '';
}

test('credits that suffice pay the order at once, and the customer brings the signed result back', async () => {
  const order = await buy('tea');
  expect(await standing(order)).toBe('NEW');

  const paid = await pay(order);
  const checkout = await checkoutAt(paid);
  expect(checkout.status).toBe('PAID');
  expect(paid.location.startsWith(`${origin}${order}?checkout=`)).toBe(true);
  expect(paid.location).toBe(checkout.returnTo);
  expect(await standing(paid.location)).toBe('PAID');
  expect((await pay(order)).location).toBe(order);
});

test('a result that nobody signed, or that is about another order, is not believed', async () => {
  const paid = await buy('tea');
  const { returnTo } = await checkoutAt(await pay(paid));
  const result = new URL(returnTo ?? '').search;
  const unpaid = await buy('set');
  await pay(unpaid);

  expect(await standing(`${unpaid}${result}`)).toBe('OPEN');
  expect(await standing(`${unpaid}?checkout=x&status=PAID&signature=${'0'.repeat(64)}`)).toBe('OPEN');
  expect(await standing(`${unpaid}?checkout=x&status=PAID&signature=short`)).toBe('OPEN');
});

test('what is too dear for the credits waits for the rest, and can be called off and tried again', async () => {
  const order = await buy('set');
  const first = await checkoutAt(await pay(order));
  expect(first.status).toBe('OPEN');
  expect((await checkoutAt(await pay(order))).id).toBe(first.id);
  expect(await standing(order)).toBe('OPEN');

  const cancel =
    'mutation C($input: CancelCheckoutInput!) { cancelCheckout(input: $input) { checkout { status } userErrors { code } } }';
  const input = { checkoutId: first.id, idempotencyKey: randomUUID() };
  expect(await asAsha(cancel, { input })).toEqual({
    cancelCheckout: { checkout: { status: 'CANCELLED' }, userErrors: [] },
  });
  expect(await standing(order)).toBe('CANCELLED');
  expect((await checkoutAt(await pay(order))).id).not.toBe(first.id);
});

test('a gift card pays first, and a code that is worth nothing begins nothing', async () => {
  const code = await giftCard();
  const order = await buy('tea');

  expect(await pay(order, 'AAAA-AAAA')).toMatchObject({ status: 502 });
  expect(await standing(order)).toBe('NEW');
  const paid = await pay(order, code);

  expect((await checkoutAt(paid)).status).toBe('PAID');
  const query = 'query Q($id: ID!) { checkout(id: $id) { fromGiftCards { amount { amount } } } }';
  expect(await asAsha(query, { id: idAt(paid) })).toEqual({
    checkout: { fromGiftCards: [{ amount: { amount: '640.00' } }] },
  });
});

test('what is sent back goes back the way it was paid, once, and the shop says how much', async () => {
  const order = await buy('tea');
  expect(await visit(order.replace('/orders/', '/returns/'), 'POST')).toMatchObject({ status: 404 });
  const paid = await checkoutAt(await pay(order, await giftCard()));
  // Who comes back with the signed result of then sees what came back since.
  await visit(paid.returnTo?.slice(origin.length) ?? '');
  const back = async () => /data-refunded="([0-9.]+)"/.exec((await visit(order)).text)?.[1];
  expect(await back()).toBeUndefined();

  await visit(order.replace('/orders/', '/returns/'), 'POST');
  await visit(order.replace('/orders/', '/returns/'), 'POST');

  expect(await back()).toBe('640.00');
  expect((await visit(order)).text).toContain('₹640.00 on your gift card.');
  expect(await standing(paid.returnTo?.slice(origin.length) ?? '')).toBe('PAID');
  expect(await back()).toBe('640.00');
  // The result that is asked for now says so itself.
  const { returnTo } = await checkoutById(paid.id);
  expect(new URL(returnTo ?? '').searchParams.get('refundedToGiftCards')).toBe('640.00');
  expect((await visit(returnTo?.slice(origin.length) ?? '')).text).toContain('₹640.00 on your gift card.');
  const query = 'query Q($id: ID!) { checkout(id: $id) { refundable { amount } refunds { reason } } }';
  expect(await asAsha(query, { id: paid.id })).toEqual({
    checkout: { refundable: { amount: '0.00' }, refunds: [{ reason: 'Sent back' }] },
  });
});

test('each visit to pay is by a link of its own, which is good once and for nothing but the order', async () => {
  const order = await buy('set');
  const [first, second] = [await pay(order), await pay(order)];
  expect(idAt(second)).toBe(idAt(first));
  expect((await follow(first)).status).toBe(400);
  const { status, accessToken } = await follow(second);
  expect(status).toBe(200);
  expect((await follow(second)).status).toBe(400);
  expect((await follow(await pay(order))).status).toBe(200);

  const seen = async (query: string) => {
    const answer = await fetch(`http://127.0.0.1:${wallet.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
      body: JSON.stringify({ query, variables: { id: idAt(second) } }),
    });
    return (await answer.json()) as { data: unknown };
  };
  expect((await seen('query Q($id: ID!) { checkout(id: $id) { status } }')).data).toEqual({
    checkout: { status: 'OPEN' },
  });
  expect((await seen('{ viewer { role } }')).data).toBeNull();
});

test('what is not there is said', async () => {
  expect(await visit('/orders/T-NOBODY')).toMatchObject({ status: 404 });
  expect(await visit('/buy/%3Cscript%3E', 'POST')).toMatchObject({ status: 404 });
});

test('an address that is none is refused, and the shop stays open', async () => {
  // Written out, because nobody who is polite would send it.
  const request = get({ port: new URL(origin).port, host: '127.0.0.1', path: '//' });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  answer.resume();
  expect(answer.statusCode).toBe(404);
  expect(await visit('/')).toMatchObject({ status: 200 });
});
