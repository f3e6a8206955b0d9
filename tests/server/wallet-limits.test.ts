import { executableSchema } from '../../api/server/executable-schema.ts';
import { freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type GraphqlAnswer, type TestServer } from '../support/server.ts';

const at = openTestDatabase();
const schema = executableSchema();
let app: TestApp;
let server: TestServer;
let people: Record<'asha' | 'bala' | 'ravi' | 'meera', string>;

beforeAll(async () => {
  app = await openTestApp(at);
  await openWallet(app, 'asha');
  await openWallet(app, 'bala');
});
afterAll(async () => {
  await app.close();
  await deleteTemporaryFolders();
});
beforeEach(async () => {
  const settings = { RATE_LIMIT_WALLET: '2', RATE_LIMIT_WALLET_BURST: '1', RATE_LIMIT_SUBJECT: '30' };
  server = await openTestServer({ schema, wallets: app, settings });
  people = {
    asha: await server.token('CUSTOMER', 'asha'),
    bala: await server.token('CUSTOMER', 'bala'),
    ravi: await server.token('STAFF', 'ravi'),
    meera: await server.token('ADMIN', 'meera'),
  };
});
afterEach(() => server.close());

const act = (token: string, name: string, input: object): Promise<GraphqlAnswer> =>
  server.graphql(
    `mutation Act($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { transaction { id } userErrors { code } } }`,
    { token, variables: { input: { idempotencyKey: freshKey(name), ...input } } },
  );
const spend = (token: string, more: object = {}) =>
  act(token, 'deductCredits', { amount: { amount: '1' }, orderId: 'o-1', ...more });
const codeOf = ({ errors }: GraphqlAnswer) => errors[0]?.extensions['code'];

test('nobody uses up what another wallet may do in a minute by naming it, however often', async () => {
  for (let round = 0; round < 10; round += 1) {
    expect(codeOf(await spend(people.bala, { customerId: 'asha' }))).toBe('FORBIDDEN');
    const claim = { customerId: 'asha', rewardId: 'none' };
    expect(codeOf(await act(people.ravi, 'claimReward', claim))).toBe('FORBIDDEN');
  }
  const own = await spend(people.asha);
  expect(codeOf(own)).toBeUndefined();
  expect(own.status).toBe(200);
});

test('who asks for what is not allowed uses up the own limit', async () => {
  let refused = 0;
  while (codeOf(await spend(people.bala, { customerId: 'asha' })) === 'FORBIDDEN') refused += 1;
  expect(refused).toBe(30);
  expect(codeOf(await spend(people.bala))).toBe('RATE_LIMITED');
  expect(codeOf(await spend(people.asha))).toBeUndefined();
});

test('a wallet may be changed so often, and who comes too often hears when to come back', async () => {
  const codes: unknown[] = [];
  for (let round = 0; round < 3; round += 1) codes.push(codeOf(await spend(people.asha)));
  const { status, headers, errors } = await spend(people.asha);
  expect(codes).toEqual([undefined, undefined, undefined]);
  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBe(errors[0]?.extensions['retryAfterSeconds']);
});

test('what names an entry counts for the wallet of that entry, not for the staff who work on it', async () => {
  const grant = await act(people.meera, 'addCredits', { customerId: 'bala', ...credit });
  expect(codeOf(grant)).toBeUndefined();
  const debitOf = async (orderId: string) => {
    const { data } = await spend(people.ravi, { customerId: 'bala', orderId });
    return (data?.['deductCredits'] as { transaction: { id: string } }).transaction.id;
  };
  const refund = { debitId: await debitOf('o-2'), amount: { amount: '1' }, reason: 'Returned' };
  expect(codeOf(await act(people.ravi, 'refundCredits', refund))).toBeUndefined();
  expect(codeOf(await act(people.ravi, 'refundCredits', refund))).toBe('RATE_LIMITED');
  expect(codeOf(await spend(people.ravi, { customerId: 'asha' }))).toBeUndefined();
});

const credit = { amount: { amount: '10' }, reason: 'Goodwill' };
