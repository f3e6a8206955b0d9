import { OPERATION_NAMES } from '../../api/server/observability/operation-names.ts';
import { remembered } from '../../api/server/remembered.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { readyMade } from '../support/ready-made.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => {
  await server.close();
  await deleteTemporaryFolders();
});

describe('health', () => {
  test('the server lives', async () => {
    expect((await server.app.inject('/healthz')).json()).toEqual({ status: 'ok' });
  });

  test('it is ready when the database answers and the engine takes commands', async () => {
    server.readiness = { database: 'ok', engine: 'accepting', clock: 'ok' };
    const response = await server.app.inject('/readyz');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      status: 'ready',
      database: 'ok',
      engine: 'accepting',
      clock: 'ok',
    });
  });

  test.each([
    { database: 'unreachable', engine: 'accepting', clock: 'ok' },
    { database: 'ok', engine: 'busy', clock: 'ok' },
    { database: 'ok', engine: 'accepting', clock: 'wrong', why: 'it is a day ahead' },
  ] as const)('it is not when %j', async (readiness) => {
    server.readiness = readiness;
    const response = await server.app.inject('/readyz');
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({ status: 'not ready', ...readiness });
    expect((await server.app.inject('/healthz')).statusCode).toBe(200);
  });
});

describe('what is asked as often as anybody likes', () => {
  test('is found out once at a time, and again only after a while', async () => {
    let now = 0;
    const answers: ((answer: string) => void)[] = [];
    const ask = remembered(() => new Promise<string>((resolve) => answers.push(resolve)), {
      elapsed: () => now,
      milliseconds: 1_000,
    });
    const together = Promise.all([ask(), ask(), ask()]);
    answers[0]?.('first');
    expect(await together).toEqual(['first', 'first', 'first']);
    now = 999;
    expect(await ask()).toBe('first');
    now = 1_000;
    const later = ask();
    answers[1]?.('second');
    expect(await later).toBe('second');
    expect(answers).toHaveLength(2);
  });
});

describe('metrics', () => {
  test('count operations by name, with their errors and durations', async () => {
    const token = await server.token('CUSTOMER');
    await server.graphql('query MemberLine { hello }', { token });
    await server.graphql('query MemberLine { broken }', { token });
    const text = (await server.app.inject('/metrics')).body;
    expect(text).toContain('graphql_operations_total{operation="MemberLine",outcome="ok"} 1');
    expect(text).toContain('graphql_operations_total{operation="MemberLine",outcome="error"} 1');
    expect(text).toContain('graphql_errors_total{operation="MemberLine",code="INTERNAL_SERVER_ERROR"} 1');
    expect(text).toContain('graphql_operation_duration_seconds_count{operation="MemberLine"} 2');
    expect(text).toContain('http_requests_total{route="/graphql",status="200"}');
  });

  test('tell apart the operations that are ours, and nobody adds a name', async () => {
    const token = await server.token('CUSTOMER');
    await server.graphql('query WalletDashboard { hello }', { token });
    for (const name of ['Strange', 'constructor', '__proto__', 'other'])
      await server.graphql(`query ${name} { hello }`, { token });
    const text = (await server.app.inject('/metrics')).body;
    const names = [...text.matchAll(/graphql_operations_total\{operation="(\w+)"/g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(new Set(['MemberLine', 'WalletDashboard', 'other']));
  });

  test('know the names of all ready-made documents', () => {
    const names = readyMade.map(({ document }) => /^(?:query|mutation) (\w+)/m.exec(document)?.[1]);
    expect(OPERATION_NAMES).toEqual(expect.arrayContaining(names));
  });

  test('tell how the engine and the expiry job are doing', async () => {
    server.metrics.engine.queued(7);
    server.metrics.engine.committed({ commands: 5, milliseconds: 12, attempts: 2 });
    server.metrics.engine.retried('STALE_READ');
    server.metrics.expiry.booked({ credits: 3, lagSeconds: 42, failing: 0 });
    const text = (await server.app.inject('/metrics')).body;
    expect(text).toContain('engine_queue_length 7');
    expect(text).toContain('engine_batch_size_sum 5');
    expect(text).toContain('engine_commit_duration_seconds_sum 0.012');
    expect(text).toContain('engine_retries_total{reason="STALE_READ"} 1');
    expect(text).toContain('expiry_credits_total 3');
    expect(text).toContain('expiry_lag_seconds 42');
  });

  test('need their token where one is set, and do not exist in production without one', async () => {
    const guarded = await openTestServer({ settings: { METRICS_TOKEN: 'scrape-me' } });
    const strict = await openTestServer({ settings: { NODE_ENV: 'production' } });
    const statusOf = async ({ app }: TestServer, authorization = '') =>
      (await app.inject({ url: '/metrics', headers: { authorization } })).statusCode;
    expect(await statusOf(guarded)).toBe(401);
    expect(await statusOf(guarded, 'Bearer scrape-mf')).toBe(401);
    expect(await statusOf(guarded, 'Bearer scrape-me')).toBe(200);
    expect(await statusOf(strict)).toBe(404);
    await guarded.close();
    await strict.close();
  });
});

describe('the contract', () => {
  test('can be fetched by anyone where introspection is on', async () => {
    const response = await server.app.inject('/schema.graphql');
    expect(response.headers['content-type']).toMatch(/^text\/plain/);
    expect(response.body).toContain('type Query');
  });

  test('is for signed-in callers elsewhere', async () => {
    const strict = await openTestServer({ settings: { NODE_ENV: 'production' } });
    const authorization = `Bearer ${await strict.token('CUSTOMER')}`;
    expect((await strict.app.inject('/schema.graphql')).statusCode).toBe(401);
    const signedIn = await strict.app.inject({ url: '/schema.graphql', headers: { authorization } });
    expect(signedIn.statusCode).toBe(200);
    await strict.close();
  });
});

describe('the log', () => {
  test('has a line for each request that says how it went', async () => {
    const { headers } = await server.graphql('query LogMe { hello }', {
      token: await server.token('CUSTOMER', 'cus_asha'),
    });
    const line = server.log.find((entry) => entry.includes(String(headers['x-request-id'])));
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 'info',
      method: 'POST',
      route: '/graphql',
      status: 200,
      subject: 'cus_asha',
      operation: 'LogMe',
    });
  });

  test('never holds tokens, passwords, cookies, phone numbers or what was asked', async () => {
    const token = await server.token('CUSTOMER');
    const secret = 'a note about +91 98765 43210';
    await server.graphql('query Echo($text: String) { echo(text: $text) }', {
      token,
      variables: { text: secret },
      headers: { cookie: 'early_bird_session=secret-cookie' },
    });
    await server.graphql('query Broken { broken }', { token });
    server.app.log.error(
      { err: new Error(`Bearer ${token} of 9876543210 at mongodb://root:hunter2@db1/x`) },
      'oops',
    );
    server.app.log.info({ password: 'hunter2', user: { phone: '9876543210', email: 'asha@example.com' } });
    const all = server.log.join('\n');
    for (const hidden of [
      token,
      token.split('.')[2] ?? token,
      'secret-cookie',
      'hunter2',
      '98765 43210',
      '9876543210',
    ]) {
      expect(all).not.toContain(hidden);
    }
    expect(all).not.toContain('a note about');
    expect(all).not.toContain('asha@example.com');
  });

  test('stays one line for each entry, whatever callers send', async () => {
    await server.graphql('query Echo($text: String) { echo(text: $text) }', {
      variables: { text: '\n{"level":"error","msg":"forged"}' },
      headers: { 'apollographql-client-name': 'x"} {"level":"error"' },
    });
    for (const line of server.log) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });
});
