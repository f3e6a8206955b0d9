import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const ORIGIN = 'https://shop.example';
let server: TestServer;

beforeAll(async () => {
  server = await openTestServer({ settings: { CORS_ORIGINS: ORIGIN } });
});
afterAll(async () => {
  await server.close();
  await deleteTemporaryFolders();
});

const post = (payload: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  server.app.inject({ method: 'POST', url: '/graphql', headers, payload });
const hello = JSON.stringify({ query: 'query Hello { hello }' });

describe('headers', () => {
  test('tell browsers to run nothing but our own files and to show us in no frame', async () => {
    const { headers } = await server.app.inject('/healthz');
    const policy = String(headers['content-security-policy']);
    // Where the web app is built its page also carries a few lines in itself, each allowed by its hash.
    for (const kind of ['script-src', 'style-src']) {
      expect(policy).toMatch(new RegExp(`(^|;)${kind} 'self'( 'sha256-[^' ]+')*(;|$)`));
    }
    for (const rule of ["object-src 'none'", "frame-ancestors 'none'"]) {
      expect(policy.split(';')).toContain(rule);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('promise TLS in production only', async () => {
    const strict = await openTestServer({ settings: { NODE_ENV: 'production' } });
    const page = await strict.app.inject('/healthz');
    const data = await strict.app.inject({ method: 'POST', url: '/graphql', payload: {} });
    await strict.close();
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(data.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect((await server.app.inject('/healthz')).headers).not.toHaveProperty('strict-transport-security');
  });

  test('keep answers of the API out of every cache and page', async () => {
    expect((await post(hello)).headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': expect.any(String) as string,
    });
  });
});

describe('another origin', () => {
  const preflight = (origin: string) =>
    server.app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });

  test('is let in when it is listed', async () => {
    expect((await preflight(ORIGIN)).headers['access-control-allow-origin']).toBe(ORIGIN);
  });

  test.each(['https://evil.example', 'null', `${ORIGIN}.evil.example`])(
    '%s is not let in',
    async (origin) => {
      expect((await preflight(origin)).headers).not.toHaveProperty('access-control-allow-origin');
    },
  );
});

describe('request ids', () => {
  const answeredWith = async (given: string) => {
    const { headers } = await server.app.inject({ url: '/healthz', headers: { 'x-request-id': given } });
    const own = String(headers['x-request-id']);
    return { own, logged: JSON.parse(server.log.find((line) => line.includes(own)) ?? '{}') as object };
  };

  test('are made here, so that nobody else chooses what a journal entry and a log line are found by', async () => {
    const [first, again] = [await answeredWith('order-4711:try-2'), await answeredWith('order-4711:try-2')];
    expect(first.own).toMatch(/^[0-9a-f-]{36}$/);
    expect(again.own).not.toBe(first.own);
    expect(first.logged).toMatchObject({ requestId: first.own, callerRequestId: 'order-4711:try-2' });
  });

  test.each([
    ['two words <here>', 'twowordshere'],
    ['x'.repeat(200), 'x'.repeat(64)],
    ['line\\n{"level":"error"}', 'linenlevel:error'],
  ])('of callers are cleaned and cut for the log: %s', async (given, kept) => {
    expect((await answeredWith(given)).logged).toMatchObject({ callerRequestId: kept });
  });

  test('of callers that hold nothing fit for a log are left out', async () => {
    for (const given of ['{"}', 'asha@example.com'])
      expect((await answeredWith(given)).logged).not.toHaveProperty('callerRequestId');
  });
});

describe('requests that make no sense', () => {
  test.each([
    ['no JSON', '{"query":', 'application/json', 400],
    ['an empty body', '', 'application/json', 400],
    ['a form', 'query=query Hello { hello }', 'application/x-www-form-urlencoded', 415],
    ['plain text', hello, 'text/plain', 415],
    [
      'a prototype in disguise',
      '{"query":"query A { hello }","__proto__":{"admin":true}}',
      'application/json',
      400,
    ],
  ])('are answered with what is wrong: %s', async (_what, payload, type, status) => {
    const response = await post(payload, { 'content-type': type });
    expect(response.statusCode).toBe(status);
    const [error] = response.json<{ errors: { extensions: Record<string, unknown> }[] }>().errors;
    expect(error?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      requestId: response.headers['x-request-id'],
    });
  });

  test('are not read to the end when they are too large', async () => {
    const response = await post(JSON.stringify({ query: `query Hello { hello } # ${'x'.repeat(110_000)}` }));
    expect(response.statusCode).toBe(413);
    expect(response.json()).toMatchObject({ errors: [{ message: 'The body is too large.' }] });
  });

  test('are told apart from pages: nothing here, as JSON', async () => {
    const response = await server.app.inject('/api/wallets');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('queries by GET', () => {
  const url = `/graphql?query=${encodeURIComponent('query Hello { hello }')}`;

  test('need a header that no other site’s page can send', async () => {
    expect((await server.app.inject(url)).statusCode).toBe(400);
    const vouched = await server.app.inject({ url, headers: { 'apollo-require-preflight': 'yes' } });
    expect(vouched.json()).toEqual({ data: { hello: 'hello' } });
  });

  test('are queries: a mutation is refused', async () => {
    const mutation = encodeURIComponent('mutation Note { saveNote(input: {}) { done } }');
    const response = await server.app.inject({
      url: `/graphql?query=${mutation}`,
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(response.statusCode).toBe(405);
  });
});

describe('errors', () => {
  test('of ours are told with a request id and without what went wrong inside', async () => {
    const { errors, text, headers } = await server.graphql('query Broken { broken }', {
      token: await server.token('CUSTOMER'),
    });
    expect(errors[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(headers['x-request-id']).toEqual(expect.any(String));
    expect(text).not.toMatch(/E11000|mongodb|collection|stack|\.ts/i);
    expect(server.log.join('')).toContain('E11000');
    expect(server.log.join('')).toContain(String(headers['x-request-id']));
  });
});

describe('a token', () => {
  test('says who calls', async () => {
    await server.graphql('query Hello { hello }', { token: await server.token('STAFF', 'staff_ravi') });
    expect(server.requests.at(-1)?.principal).toMatchObject({ subject: 'staff_ravi', role: 'STAFF' });
  });

  test('is all that does: other headers are not believed', async () => {
    await server.graphql('query Hello { hello }', {
      token: await server.token('CUSTOMER', 'cus_asha'),
      headers: { 'x-user-role': 'admin', 'x-user-id': 'admin_meera' },
    });
    expect(server.requests.at(-1)?.principal).toMatchObject({ subject: 'cus_asha', role: 'CUSTOMER' });
  });

  test('that is not accepted is an error, with its own status', async () => {
    const { status, errors } = await server.graphql('query Hello { hello }', { token: 'not-a-token' });
    expect(status).toBe(401);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      requestId: expect.any(String) as string,
    });
  });

  test('is not needed to be heard as an anonymous caller', async () => {
    await server.graphql('query Hello { hello }');
    expect(server.requests.at(-1)?.principal).toBeNull();
  });
});

describe('an operation that takes too long', () => {
  let hasty: TestServer;
  beforeAll(async () => {
    hasty = await openTestServer({
      settings: { OPERATION_DEADLINE_MS: '100', LOG_LEVEL: 'silent' },
      mutationDeadlineMs: 100,
    });
  });
  afterAll(() => hasty.close());

  test('is given up and may be tried again', async () => {
    const { status, errors } = await hasty.graphql('query Stuck { stuck }');
    expect(status).toBe(503);
    expect(errors[0]?.extensions['code']).toBe('TRY_AGAIN');
  });

  test('is of unknown outcome when it is a mutation', async () => {
    const { errors } = await hasty.graphql('mutation Stuck { stuckMutation { done } }');
    expect(errors[0]?.extensions['code']).toBe('OUTCOME_UNKNOWN');
  });

  test('tells those below to stop', async () => {
    const before = hasty.requests.length;
    const asked = hasty.graphql('query Stuck { stuck }');
    await new Promise<void>((resolve) => {
      const look = () => {
        const signal = hasty.requests[before]?.signal;
        if (signal) signal.addEventListener('abort', () => resolve(), { once: true });
        else setImmediate(look);
      };
      setImmediate(look);
    });
    expect((await asked).status).toBe(503);
  });
});
