import { countWalletChanges } from '../../api/server/limits/wallet-changes.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { smallSchema } from '../support/small-schema.ts';

const LIMITS = {
  RATE_LIMIT_SUBJECT: '12',
  RATE_LIMIT_WALLET: '3',
  RATE_LIMIT_WALLET_BURST: '2',
  RATE_LIMIT_ADDRESS: '60',
  RATE_LIMIT_ANONYMOUS: '5',
  SERVICE_ACCOUNTS: 'svc_checkout',
};
const servers: TestServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await deleteTemporaryFolders();
});

async function open(settings: Record<string, string> = {}): Promise<TestServer> {
  const schema = countWalletChanges(smallSchema());
  const server = await openTestServer({ schema, settings: { ...LIMITS, ...settings } });
  servers.push(server);
  return server;
}

const HELLO = 'query Hello { hello }';
const DEBIT = 'mutation Spend($input: CreditInput!) { deductCredits(input: $input) { done } }';
const debitOf = (customerId?: string) => ({
  input: { idempotencyKey: 'any', ...(customerId && { customerId }) },
});

/** How many calls out of `count` are answered before the first that is not. */
async function answeredOf(count: number, call: () => Promise<{ status: number }>): Promise<number> {
  for (let index = 0; index < count; index += 1) {
    if ((await call()).status === 429) return index;
  }
  return count;
}

test('a caller may ask for so many root fields a minute, and hears when to come back', async () => {
  const server = await open();
  const token = await server.token('CUSTOMER');
  expect(await answeredOf(20, () => server.graphql(HELLO, { token }))).toBe(12);
  const { errors, headers } = await server.graphql(HELLO, { token });
  expect(errors[0]?.extensions).toMatchObject({
    code: 'RATE_LIMITED',
    retryAfterSeconds: expect.any(Number) as number,
  });
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
});

test('aliases count like any other call', async () => {
  const server = await open();
  const token = await server.token('CUSTOMER');
  const four =
    'query Four { a: hello b: hello ... on Query { c: hello } ...D } fragment D on Query { d: hello }';
  expect(await answeredOf(20, () => server.graphql(four, { token }))).toBe(3);
});

test('one caller’s limit is not another’s', async () => {
  const server = await open();
  const [first, second] = [await server.token('CUSTOMER', 'cus_1'), await server.token('CUSTOMER', 'cus_2')];
  expect(await answeredOf(20, () => server.graphql(HELLO, { token: first }))).toBe(12);
  expect((await server.graphql(HELLO, { token: second })).status).toBe(200);
});

test('a wallet may be changed so often, whoever changes it and under whatever name', async () => {
  const server = await open();
  const admin = await server.token('ADMIN');
  const owner = await server.token('CUSTOMER', 'cus_1');
  const change = () => server.graphql(DEBIT, { token: admin, variables: debitOf('cus_1') });
  expect(await answeredOf(10, change)).toBe(5);
  expect((await server.graphql(DEBIT, { token: owner, variables: debitOf() })).status).toBe(429);
  expect((await server.graphql(DEBIT, { token: admin, variables: debitOf('cus_2') })).status).toBe(200);
});

test('strangers may ask less often than callers who are known', async () => {
  const server = await open();
  expect(await answeredOf(20, () => server.graphql(HELLO))).toBe(5);
  expect((await server.graphql(HELLO, { token: await server.token('CUSTOMER') })).status).toBe(200);
});

test('a token that is not accepted makes nobody known', async () => {
  const server = await open();
  expect(await answeredOf(20, () => server.graphql(HELLO, { token: 'made-up' }))).toBe(5);
});

test('an address is counted over all its callers, before anything is read', async () => {
  const server = await open({ RATE_LIMIT_ADDRESS: '20' });
  let caller = 0;
  const next = async () =>
    server.graphql(HELLO, { token: await server.token('CUSTOMER', `cus_${(caller += 1)}`) });
  expect(await answeredOf(40, next)).toBe(20);
  const { status, errors } = await server.graphql('this is no query', {
    token: await server.token('CUSTOMER', 'cus_new'),
  });
  expect(status).toBe(429);
  expect(errors[0]?.extensions['code']).toBe('RATE_LIMITED');
});

test('a forged forwarding header makes no new address', async () => {
  const server = await open();
  let hop = 0;
  const forged = () => server.graphql(HELLO, { headers: { 'x-forwarded-for': `10.0.0.${(hop += 1)}` } });
  expect(await answeredOf(20, forged)).toBe(5);
});

test('behind a trusted proxy the caller’s own address counts', async () => {
  const server = await open({ TRUST_PROXY: '127.0.0.1' });
  let hop = 0;
  const forwarded = () => server.graphql(HELLO, { headers: { 'x-forwarded-for': `10.0.0.${(hop += 1)}` } });
  expect(await answeredOf(20, forwarded)).toBe(20);
});

test('the addresses of one IPv6 network count as one', async () => {
  const server = await open({ TRUST_PROXY: '127.0.0.1' });
  let hop = 0;
  const forwarded = () =>
    server.graphql(HELLO, { headers: { 'x-forwarded-for': `2001:db8:1:2::${(hop += 1)}` } });
  expect(await answeredOf(20, forwarded)).toBe(5);
});

test('the shop’s own services have a hundred times the room', async () => {
  const server = await open();
  const token = await server.token('STAFF', 'svc_checkout');
  expect(await answeredOf(100, () => server.graphql(HELLO, { token }))).toBe(100);
  const change = () => server.graphql(DEBIT, { token, variables: debitOf('cus_1') });
  expect(await answeredOf(50, change)).toBe(50);
});

test('nothing is counted when limits are off', async () => {
  const server = await open({ RATE_LIMITS: 'off' });
  expect(await answeredOf(100, () => server.graphql(HELLO))).toBe(100);
});
