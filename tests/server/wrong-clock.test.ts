import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { openExistingKeys } from '../../api/identity/signing-keys.ts';
import { issueToken } from '../../api/identity/issue-token.ts';
import { readConfig, type Config } from '../../api/server/config.ts';
import { createLogger } from '../../api/server/observability/logger.ts';
import { createMetrics } from '../../api/server/observability/metrics.ts';
import { start, type RunningServer } from '../../api/server/start.ts';
import { addCredits } from '../../api/services/add-credits.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { CheckedLog } from '../support/checked-log.ts';
import { damageIn } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';
import { listenTo } from '../support/server-process.ts';

const DAY = 86_400_000;
const at = openTestDatabase();
let past: TestApp;
let server: RunningServer;
let config: Config;
let token: string;
const log = new CheckedLog();
/** What the clock of the server's machine is ahead. */
let ahead = DAY;

/** In the time of the database: one credit that ended long ago and one that ends tonight, neither of them booked. */
beforeAll(async () => {
  past = await openTestApp(at, { start: new Date(Date.now() - 40 * DAY).toISOString() });
  await grant('due', Date.now() - 20 * DAY);
  await grant('tonight', Date.now());
  config = await configFor();
  server = await start(config, {
    now: () => Date.now() + ahead,
    elapsed: () => performance.now(),
    newId: randomUUID,
    randomBytes,
    say: () => {},
    logger: createLogger(config, log),
    metrics: createMetrics({ withProcess: false }),
  });
  token = await adminToken(config);
  log.hide(token);
});
afterAll(async () => {
  await server.stop();
  log.mustBeDiscreet();
  expect(await damageIn(past)).toEqual([]);
  await past.close();
  await deleteTemporaryFolders();
});

async function grant(customerId: string, expiresAt: number): Promise<void> {
  await openWallet(past, customerId);
  const terms = { amount: 100_00n, source: 'MANUAL', reason: 'Gift', expiresAt, orderId: null } as const;
  await addCredits(past, callerOf('ADMIN'), { customerId, ...terms, idempotencyKey: freshKey('gift') });
}

async function configFor(): Promise<Config> {
  return readConfig(await settings());
}

async function settings() {
  return {
    NODE_ENV: 'test',
    MONGODB_URI: at.uri,
    DATABASE_NAME: at.name,
    DATA_DIRECTORY: await temporaryFolder(),
    PORT: '0',
    LOG_LEVEL: 'info',
    EXPIRY_INTERVAL_SECONDS: '1',
  };
}

async function adminToken({ dataDirectory, identity }: Config): Promise<string> {
  const keys = await openExistingKeys({ directory: dataDirectory, isProduction: false, now: Date.now });
  if (!keys) throw new Error('The server made its keys when it started.');
  const terms = { issuer: identity.issuer, audience: identity.audience, lifetimeSeconds: 600 };
  const meera = { id: 'admin_meera', role: 'ADMIN', name: 'Meera', sessionVersion: null } as const;
  return issueToken(keys, terms, meera, { now: Date.now(), tokenId: randomUUID() });
}

interface Answer {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function ask(query: string, input?: object): Promise<Answer> {
  log.heed(input);
  const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  return (await response.json()) as Answer;
}

function spend(customerId: string): Promise<Answer> {
  const input = { customerId, amount: { amount: '1.00' }, orderId: 'o-1', idempotencyKey: freshKey('spend') };
  const query = `mutation Spend($input: DeductCreditsInput!) {
    deductCredits(input: $input) { transaction { createdAt } userErrors { code } }
  }`;
  return ask(query, input);
}

async function visible(customerId: string): Promise<unknown> {
  const { data, errors } = await ask(
    `query Find { wallet(customerId: "${customerId}") { balance { amount } } }`,
  );
  return errors ?? data?.['wallet'];
}

async function readyz() {
  const response = await fetch(`http://127.0.0.1:${server.port}/readyz`);
  return [response.status, await response.json()] as const;
}

async function skewInMetrics(): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  return Number(/^clock_skew_seconds (\S+)$/m.exec(text)?.[1]);
}

async function isExpired(customerId: string): Promise<boolean> {
  return (await past.stores.wallets.load([customerId])).get(customerId)?.balance === 0n;
}

async function whenReady(): Promise<void> {
  while ((await readyz())[0] !== 200);
}

describe('a server whose clock is a day ahead', () => {
  it('expires nothing and refuses every change, saying why', async () => {
    const refused = [
      {
        message: expect.stringMatching(/This call changed nothing: the clock/),
        extensions: { code: 'TRY_AGAIN' },
      },
    ];

    expect(await spend('tonight')).toMatchObject({ errors: refused });
    const known = { customerId: 'newcomer', name: 'Nila' };
    const save =
      'mutation Save($input: SaveCustomerInput!) { saveCustomer(input: $input) { customer { name } } }';
    expect(await ask(save, known)).toMatchObject({ errors: refused });
    expect(await visible('tonight')).toEqual({ balance: { amount: '100.00' } });
    expect(await isExpired('due')).toBe(false);
  });

  it('is not ready, and its metrics tell by how much', async () => {
    const [status, body] = await readyz();
    expect(status).toBe(503);
    expect(body).toMatchObject({
      status: 'not ready',
      clock: 'wrong',
      why: expect.stringMatching(/^the clock of this machine is 86[34]\d\d(\.\d)? s ahead/),
    });
    expect(await skewInMetrics()).toBeCloseTo(86_400, -2);
  });

  it('leaves it to others what an expiry run by hand would do', async () => {
    const folder = await temporaryFolder();
    const tomorrow = join(folder, 'tomorrow.cjs');
    await writeFile(tomorrow, `const now = Date.now; Date.now = () => now() + ${DAY};`);
    const run = promisify(execFile)(process.execPath, ['scripts/run.mjs', 'api/scripts/expire-credits.ts'], {
      env: { ...process.env, ...(await settings()), NODE_OPTIONS: `--require ${tomorrow}` },
    });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nothing was expired'),
    });
    expect(await isExpired('due')).toBe(false);
  });
});

describe('a server whose clock is three seconds ahead', () => {
  beforeAll(async () => {
    ahead = 3_000;
    await whenReady();
  });

  it('writes, at the time of the database', async () => {
    const { data } = await spend('tonight');
    const { createdAt } = (data?.['deductCredits'] as unknown as { transaction: { createdAt: string } })
      .transaction;
    expect(Math.abs(Date.parse(createdAt) - Date.now())).toBeLessThan(2_000);
  });

  it('neither ends a credit whose time has come nor lets it be spent', async () => {
    expect(await spend('due')).toMatchObject({ errors: [{ extensions: { code: 'TRY_AGAIN' } }] });
    expect(await visible('due')).toEqual({ balance: { amount: '0.00' } });
    expect(await isExpired('due')).toBe(false);
    expect(await readyz()).toMatchObject([200, { clock: 'unsure' }]);
  });
});

describe('a server whose clock is set right', () => {
  it('does at once what it left undone', async () => {
    ahead = 0;
    while (!(await isExpired('due')));
    expect(await readyz()).toEqual([
      200,
      { status: 'ready', database: 'ok', engine: 'accepting', clock: 'ok', payments: 'ok' },
    ]);
    expect(await spend('tonight')).toMatchObject({ data: { deductCredits: { userErrors: [] } } });
  });
});

it('a process whose Date is a day ahead serves, expires nothing, and ends well though nobody reads what it says', async () => {
  await grant('tomorrow', Date.now());
  const folder = await temporaryFolder();
  const preload = join(folder, 'tomorrow.cjs');
  await writeFile(preload, `const now = Date.now; Date.now = () => now() + ${DAY};`);
  const child = spawn(process.execPath, ['scripts/run.mjs', 'api/server/main.ts'], {
    env: { ...process.env, ...(await settings()), NODE_OPTIONS: `--require ${preload}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listenTo(child);
  const port = await said.port;
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(503);
  child.stdout.destroy();
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await isExpired('tomorrow')).toBe(false);
  said.log.mustBeDiscreet();
});
