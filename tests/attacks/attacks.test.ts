import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { paymentRoutes } from '../../api/server/payments.ts';
import { executableSchema } from '../../api/server/executable-schema.ts';
import { makeTarget } from '../permissions/targets.ts';
import { openTestApi } from '../support/api.ts';
import { expectSound } from '../support/audit.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { mockPayments } from '../support/payments.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import type { Shop, Table } from './attack.ts';
import { hangUp, outcomesOf, type Outcome } from './send.ts';
import { abuseAttacks } from './tables/abuse.ts';
import { accessAttacks } from './tables/access.ts';
import { httpAttacks } from './tables/http.ts';
import { idempotencyAttacks } from './tables/idempotency.ts';
import { inputAttacks } from './tables/input.ts';
import { queryShapeAttacks } from './tables/query-shape.ts';
import { raceAttacks } from './tables/races.ts';
import { signInAttacks } from './tables/sign-in.ts';
import { tokenAttacks } from './tables/token.ts';
import { webhookAttacks } from './tables/webhook.ts';

/** A table is a file that lists its attacks; a new one is a line here. */
const TABLES: Readonly<Record<string, Table>> = {
  token: tokenAttacks,
  access: accessAttacks,
  'query shape': queryShapeAttacks,
  input: inputAttacks,
  webhook: webhookAttacks,
  idempotency: idempotencyAttacks,
  HTTP: httpAttacks,
  abuse: abuseAttacks,
  races: raceAttacks,
  'sign-in': signInAttacks,
};

const api = openTestApi({ payments: mockPayments() });
let server: TestServer;
let shop: Shop;
let before: string;
let sent = 0;
let slowest: { readonly name: string; readonly milliseconds: number } = { name: '', milliseconds: 0 };

beforeAll(async () => {
  const [asha, bala] = [await makeTarget(api, 'asha'), await makeTarget(api, 'bala')];
  await api.spend('asha', '50', { idempotencyKey: 'attack-shop-debit-1', orderId: 'order-1' });
  server = await openTestServer({
    schema: executableSchema(),
    wallets: api.app,
    database: api.app.database,
    payments: (app) =>
      paymentRoutes(app, { app: api.app, onError: (error) => expect(error).toBeUndefined() }),
    settings: { RATE_LIMITS: 'off', LOG_LEVEL: 'error', DEMO_MODE: 'on' },
  });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const tokens = {
    asha: await server.token('CUSTOMER', 'asha'),
    staff: await server.token('STAFF', 'ravi'),
    admin: await server.token('ADMIN', 'meera'),
  };
  shop = { server, port: (server.app.server.address() as AddressInfo).port, asha, bala, tokens };
  before = await digest();
});
afterAll(async () => {
  hangUp();
  await server.close();
  await deleteTemporaryFolders();
  process.stdout.write(
    `${sent} attacks; the slowest took ${Math.round(slowest.milliseconds)} ms: ${slowest.name}\n`,
  );
});

/** Everything about money, as it is stored. */
async function digest(): Promise<string> {
  const database = api.app.database.getClient().db(api.app.database.name);
  const hash = createHash('sha256');
  for (const name of ['customer_wallets', 'wallet_transactions', 'top_ups', 'reward_claims', 'referrals']) {
    for await (const document of database.collection(name).find().sort({ _id: 1 })) {
      hash.update(
        JSON.stringify(document, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
      );
    }
  }
  return hash.digest('hex');
}

function isExpected({ status, code }: Outcome, expects: string): boolean {
  return !(status >= 500) && expects.split('|').includes(code);
}

describe.each(Object.entries(TABLES))('attacks by %s', (_kind, table) => {
  test('are refused with the code that says why, and none is an error of ours', async () => {
    const attacks = await table(shop);
    const missed: string[] = [];
    for (const attack of attacks) {
      for (const outcome of await outcomesOf(shop.port, attack)) {
        sent += 1;
        const { status, code, milliseconds } = outcome;
        if (milliseconds > slowest.milliseconds) slowest = { name: attack.name, milliseconds };
        if (!isExpected(outcome, attack.expects))
          missed.push(`${attack.name}: ${code} (${status}), not ${attack.expects}`);
      }
    }

    expect(missed).toEqual([]);
    expect(attacks.length).toBeGreaterThan(0);
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  });
});

test('after all of them the money is as it was, the books are right and nothing was logged as an error', async () => {
  expect(sent).toBeGreaterThanOrEqual(500);
  expect(await digest()).toBe(before);
  await expectSound(api.app);
  expect(server.log).toEqual([]);
});
