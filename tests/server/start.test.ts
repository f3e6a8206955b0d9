import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import type { RunningReplicaSet } from '../../api/database/types.ts';
import { openExistingKeys } from '../../api/identity/signing-keys.ts';
import { issueToken } from '../../api/identity/issue-token.ts';
import { saveDemoAccounts } from '../../api/identity/demo-accounts.ts';
import { connect, disconnect } from '../../api/persistence/connection.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { AccountStore } from '../../api/persistence/stores/account.store.ts';
import { announcement } from '../../api/server/announcement.ts';
import { readConfig, type Config } from '../../api/server/config.ts';
import { createLogger } from '../../api/server/observability/logger.ts';
import { createMetrics } from '../../api/server/observability/metrics.ts';
import { start, type RunningServer } from '../../api/server/start.ts';
import { openTestDatabase, startOwnReplicaSet } from '../support/database.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';

const at = openTestDatabase();
const running: { stop(): Promise<unknown> }[] = [];

afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});
afterAll(deleteTemporaryFolders);

async function configFor(settings: Record<string, string> = {}): Promise<Config> {
  return readConfig({
    NODE_ENV: 'test',
    MONGODB_URI: at.uri,
    DATABASE_NAME: at.name,
    DATA_DIRECTORY: await temporaryFolder(),
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...settings,
  });
}

async function serve(config: Config): Promise<RunningServer> {
  const server = await start(config, {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    newId: randomUUID,
    randomBytes,
    say: () => {},
    logger: createLogger(config),
    metrics: createMetrics({ withProcess: false }),
  });
  running.push(server);
  return server;
}

async function adminToken({ dataDirectory, identity }: Config): Promise<string> {
  const keys = await openExistingKeys({ directory: dataDirectory, isProduction: false, now: Date.now });
  if (!keys) throw new Error('The server made its keys when it started.');
  return issueToken(
    keys,
    { issuer: identity.issuer, audience: identity.audience, lifetimeSeconds: 600 },
    { id: 'admin_meera', role: 'ADMIN', name: 'Meera', sessionVersion: null },
    { now: Date.now(), tokenId: randomUUID() },
  );
}

interface Answer {
  readonly status: number;
  readonly body: { data?: Record<string, unknown> | null; errors?: { extensions: { code: string } }[] };
}

async function ask({ port }: RunningServer, token: string, query: string, variables = {}): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const statusOf = async ({ port }: RunningServer, path: string) =>
  (await fetch(`http://127.0.0.1:${port}${path}`)).status;
const SAVE =
  'mutation Save($input: SaveCustomerInput!) { saveCustomer(input: $input) { customer { name } } }';
const FIND = 'query Find { wallet(customerId: "cus_nobody") { id } }';

test('a started server answers over HTTP, from its database', async () => {
  const config = await configFor();
  const server = await serve(config);
  expect(await statusOf(server, '/readyz')).toBe(200);
  const { body } = await ask(server, await adminToken(config), SAVE, {
    input: { customerId: 'cus_1', name: 'Nila' },
  });
  expect(body).toEqual({ data: { saveCustomer: { customer: { name: 'Nila' } } } });
});

test('the real contract is served', async () => {
  const server = await serve(await configFor());
  const sdl = await (await fetch(`http://127.0.0.1:${server.port}/schema.graphql`)).text();
  expect(sdl).toContain('deductCredits(');
});

describe('production does not start', () => {
  const production = {
    NODE_ENV: 'production',
    LOOPBACK_DATABASE: 'on',
    HOST: '127.0.0.1',
    DRAIN_SECONDS: '0',
  };

  test('on the database of a demo, also from before accounts said what they were made for', async () => {
    const demo = { DATABASE_NAME: `${at.name}_demo` };
    const database = await connect(at.uri, demo.DATABASE_NAME);
    running.push({ stop: () => disconnect(database) }, { stop: () => database.dropDatabase() });
    await (await serve(await configFor(production))).stop();

    await setUp(database);
    const accounts = new AccountStore(database);
    await saveDemoAccounts(accounts, Date.now());
    const refused = {
      message: expect.stringMatching(/used by a demo: \S+@example.com.*DATABASE_NAME/) as string,
    };
    await expect(serve(await configFor({ ...production, ...demo }))).rejects.toMatchObject(refused);
    await database.collection('accounts').updateMany({}, { $unset: { madeFor: '' } });
    await expect(serve(await configFor({ ...production, ...demo }))).rejects.toMatchObject(refused);
    await database.collection('accounts').deleteMany({});
    await serve(await configFor({ ...production, ...demo }));
  });

  test('with the settings of a workbench, and names every one of them and what to do', async () => {
    const run = promisify(execFile)(process.execPath, ['scripts/run.mjs', 'api/server/main.ts'], {
      env: {
        ...process.env,
        NODE_ENV: '',
        MONGODB_URI: 'mongodb://127.0.0.1:9/?replicaSet=none',
        PAYMENT_PROVIDER: 'razorpay',
        RAZORPAY_KEY_ID: 'rzp_test_0123456789',
        RAZORPAY_KEY_SECRET: 'secret-of-the-key',
        RAZORPAY_WEBHOOK_SECRETS: 'secret-of-the-webhook',
        METRICS_TOKEN: 'scrape-me',
        RATE_LIMITS: 'off',
      },
    });
    const { code, stderr } = (await run.catch((error: unknown) => error)) as { code: number; stderr: string };
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      'The configuration needs attention:',
      expect.stringMatching(/^ {2}- MONGODB_URI has no user and password/),
      expect.stringMatching(/^ {2}- MONGODB_URI does not ask for TLS/),
      expect.stringMatching(/^ {2}- RAZORPAY_KEY_ID is a test key/),
      expect.stringMatching(/^ {2}- METRICS_TOKEN has fewer than 24 characters/),
      expect.stringMatching(/^ {2}- RATE_LIMITS is off/),
    ]);
  });
});

test('stopping twice is stopping once', async () => {
  const server = await serve(await configFor());
  await Promise.all([server.stop(), server.stop()]);
  await expect(statusOf(server, '/healthz')).rejects.toThrow();
});

test('a taken port is told in one sentence', async () => {
  const squatter = await new Promise<Server>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
  running.push({ stop: () => new Promise((resolve) => squatter.close(resolve)) });
  const { port } = squatter.address() as AddressInfo;
  await expect(serve(await configFor({ PORT: String(port) }))).rejects.toThrow(
    `Port ${port} is taken by another program. Stop that one, or set PORT to another.`,
  );
});

test('a database that does not answer is told in one sentence', async () => {
  const config = await configFor({ MONGODB_URI: 'mongodb://127.0.0.1:9/?replicaSet=none' });
  await expect(serve(config)).rejects.toThrow(/MongoDB does not answer at MONGODB_URI/);
});

test('the server stays up when its database goes away, and works again when that is back', async () => {
  const dbPath = await temporaryFolder();
  const first = await startOwnReplicaSet({ dbPath });
  const { port } = first;
  const config = await configFor({ MONGODB_URI: first.uri });
  const server = await serve(config);
  const token = await adminToken(config);
  await first.stop();

  expect(await statusOf(server, '/readyz')).toBe(503);
  expect(await statusOf(server, '/healthz')).toBe(200);
  const away = await ask(server, token, FIND);
  expect(away.body.errors?.[0]?.extensions.code).toBe('TRY_AGAIN');
  const signIn = await fetch(`http://127.0.0.1:${server.port}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'asha@example.com', password: 'x' }),
  });
  expect(signIn.status).toBe(503);

  const second: RunningReplicaSet = await startOwnReplicaSet({ dbPath, port });
  running.unshift(second);
  while ((await statusOf(server, '/readyz')) !== 200);
  expect((await ask(server, token, FIND)).body).toEqual({ data: { wallet: null } });
});

test('tokens can be had from the command line, signed by the local instance', async () => {
  const config = await configFor();
  const server = await serve(config);
  const run = (words: string[], environment: Record<string, string> = {}) =>
    promisify(execFile)(process.execPath, ['scripts/run.mjs', 'api/scripts/token.ts', ...words], {
      env: { ...process.env, NODE_ENV: '', DATA_DIRECTORY: config.dataDirectory, ...environment },
    });
  const { stdout } = await run(['--role', 'customer', '--customer', 'cus_7']);
  const { body } = await ask(server, stdout.trim(), 'query Me { viewer { role } }');
  expect(body).toEqual({ data: { viewer: { role: 'CUSTOMER' } } });
  await expect(run(['--role', 'admin'], { NODE_ENV: 'production' })).rejects.toThrow(
    /for local instances only/,
  );
  await expect(run(['--role', 'emperor'])).rejects.toThrow(/Usage/);
});

describe('the announcement', () => {
  test('of a demo names the places and the people', () => {
    const config = readConfig({ DEMO_MODE: 'on', EMBEDDED_DATABASE: 'on' });
    const text = announcement(config, 4001);
    for (const part of [
      'http://localhost:4001/graphql',
      'http://localhost:4001/playground',
      'asha@example.com',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('in production names no people and no playground', () => {
    const text = announcement(readConfig({ MONGODB_URI: 'mongodb://shop:secret@db1/?tls=true' }), 4000);
    expect(text).not.toMatch(/asha|playground/i);
  });
});
