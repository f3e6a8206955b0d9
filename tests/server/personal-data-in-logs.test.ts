import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { SAMPLE_CUSTOMERS } from '../../api/scripts/sample-data/customers.ts';
import { seed } from '../../api/scripts/seed.ts';
import { executableSchema } from '../../api/server/executable-schema.ts';
import { openApp } from '../../api/services/open-app.ts';
import { Client, TestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { post, RAVI, refresh, signedIn } from '../support/door.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { mockPayments } from '../support/payments.ts';
import { ReadyMadeRun, readyMade } from '../support/ready-made.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

/** Everybody of the sample shop, and somebody who is in all that is sent besides. */
const MARKED = { name: 'Zq9mark Rao', email: 'zq9mark@example.com', phone: '+91 98989 74747' };
const PEOPLE = [MARKED, ...SAMPLE_CUSTOMERS];
const PASSWORD = 'early-bird-zq9mark';
const FAKE_TOKEN = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ6cTltYXJrIn0.c2lnbmF0dXJl';

const at = openTestDatabase();
const api = new TestApi();
let server: TestServer;
/** Tokens and cookies that were handed out or used. */
const secrets: string[] = [PASSWORD, RAVI.password, FAKE_TOKEN];

beforeAll(async () => {
  await api.start(at, { start: '2026-11-23T09:41:00+05:30', payments: mockPayments() });
  const { database, now } = api.app;
  const elapsed = () => performance.now();
  await seed(
    (clock) => openApp({ database, policy: defaultPolicy, now: clock, elapsed, randomBytes }),
    now(),
  );
  const settings = { LOG_LEVEL: 'debug', DEMO_MODE: 'on' };
  server = await openTestServer({ schema: failing(), wallets: api.app, database, settings });
});
afterAll(async () => {
  await server.close();
  await api.stop();
  await deleteTemporaryFolders();
});

/** The whole schema, of which one query fails as a driver might, with what it had in its hands. */
function failing() {
  const schema = executableSchema();
  const tiers = schema.getQueryType()?.getFields()['tiers'];
  if (!tiers) throw new Error('There are no tiers.');
  tiers.resolve = () => {
    const { email, phone } = MARKED;
    throw new Error(`E11000 dup key: { email: "${email}", phone: "${phone}" } by Bearer ${FAKE_TOKEN}`, {
      cause: new Error(`No mailbox ${email.toUpperCase()}`),
    });
  };
  return schema;
}

async function as(role: 'CUSTOMER' | 'STAFF' | 'ADMIN', subject: string): Promise<Client> {
  const token = await server.token(role, subject);
  secrets.push(token);
  return new Client(async (query, variables) => {
    const { data, errors } = await server.graphql(query, { token, variables });
    return { data: data ?? null, errors: errors as never };
  });
}

async function sendEverythingReadyMade(): Promise<void> {
  const [admin, staff] = [await as('ADMIN', 'meera'), await as('STAFF', 'ravi')];
  const customers = new Map<string, Client>();
  for (const { id } of SAMPLE_CUSTOMERS) customers.set(id, await as('CUSTOMER', id));
  const overHttp = { admin, staff, customer: (id: string) => customers.get(id) ?? staff };
  const run = new ReadyMadeRun(overHttp as unknown as TestApi);
  for (const { path } of readyMade) await run.first(path);
}

async function sayEverythingWrong(): Promise<void> {
  const staff = await as('STAFF', 'ravi');
  const { name, email, phone } = MARKED;
  const save =
    'mutation Save($input: SaveCustomerInput!) { saveCustomer(input: $input) { customer { id } } }';
  const known = { customerId: 'cus_marked', name, email, phone };
  for (const input of [known, { ...known, phone: name }, { ...known, name: 7, nick: name }, name])
    await staff.ask(save, { input });
  await staff.ask(`{ customers(search: "${name}") { nodes { name email phone } } }`);
  await staff.ask(`{ customer(id: "${email}") { ${MARKED.name.slice(0, 7)} } `);
  await staff.ask('{ tiers { level } }');
  const amount = { amount: '5' };
  const grant = {
    customerId: 'cus_asha',
    amount,
    reason: `For ${name}, ${phone}`,
    idempotencyKey: freshKey(),
  };
  const add = 'mutation Add($input: AddCreditsInput!) { addCredits(input: $input) { replayed } }';
  await staff.ask(add, { input: grant });
  await (await as('ADMIN', 'meera')).ask(add, { input: grant });
  await server.graphql(save, { token: FAKE_TOKEN, variables: { input: known } });
  const headers = { authorization: `Bearer ${await server.token('STAFF', 'ravi')}`, cookie: FAKE_TOKEN };
  for (const url of [
    '/export/transactions.csv?customerId=cus_priya',
    `/export/transactions.csv?customerId=${encodeURIComponent(email)}`,
    `/people/${encodeURIComponent(name)}?email=${email}&token=${FAKE_TOKEN}`,
  ])
    await server.app.inject({ method: 'GET', url, headers: { ...headers, 'x-request-id': email } });
}

async function signInAndOut(): Promise<void> {
  await post(server, 'sign-in', { email: MARKED.email, password: PASSWORD });
  await post(server, 'sign-in', { email: MARKED.email, password: PASSWORD, name: MARKED.name });
  const { token, cookie } = await signedIn(server, RAVI);
  const continued = await refresh(server, cookie);
  secrets.push(token, cookie, continued.body.accessToken, String(continued.cookie));
  await refresh(server, `early_bird_session=${FAKE_TOKEN}`);
  await post(server, 'sign-out', {}, { cookie: continued.cookie ?? '' });
}

describe('the log of a server that tells all it can', () => {
  test('holds nobody’s name, address or number, no password and no token', async () => {
    await sendEverythingReadyMade();
    await sayEverythingWrong();
    await signInAndOut();

    expect(server.log.length).toBeGreaterThan(readyMade.length);
    expect(server.log.join('')).toContain('An operation failed unexpectedly');
    const personal = PEOPLE.flatMap(({ name, email, phone }) => [name, email, phone]);
    const digits = PEOPLE.flatMap(({ phone }) => phone?.replace(/\D/g, '').slice(-10) ?? []);
    const hidden = [...personal, ...digits, ...secrets, 'zq9mark', '98989 74747'].flatMap((text) =>
      text ? [text.toLowerCase()] : [],
    );
    const telling = server.log.filter((line) => hidden.some((text) => line.toLowerCase().includes(text)));
    expect(telling).toEqual([]);
  });
});
