import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { auditServer } from 'graphql-http';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

/** Apollo answers what is no valid operation with 400, also to those who would read a 200. */
const OTHERWISE = [
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
];

let server: TestServer;
let port: number;
let url: string;

beforeAll(async () => {
  server = await openTestServer({ settings: { RATE_LIMITS: 'off', TRUST_PROXY: '127.0.0.1' } });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  port = (server.app.server.address() as AddressInfo).port;
  url = `http://127.0.0.1:${port}/graphql`;
});
afterAll(async () => {
  await server.close();
  await deleteTemporaryFolders();
});
afterEach(() => {
  const failures = server.log.filter((line) => !line.includes('"level":"info"'));
  expect(failures).toEqual([]);
});

const HELLO = JSON.stringify({ query: '{ hello }' });

async function send(body: string | Buffer, headers: Record<string, string> = {}, method = 'POST') {
  const answer = await fetch(url, {
    body: typeof body === 'string' ? body : new Uint8Array(body),
    method,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const { data, errors = [] } = (await answer.json()) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  return {
    status: answer.status,
    allow: answer.headers.get('allow'),
    data,
    code: errors[0]?.extensions.code,
  };
}

/** The status of what a socket is sent as it stands. */
async function statusOf(head: readonly string[], body = ''): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${head.join('\r\n')}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return Number(answer.split(' ')[1]);
}

test('the audit of GraphQL over HTTP finds everything as it must be', async () => {
  const results = await auditServer({
    url,
    fetchFn: (address: string, init: RequestInit = {}) =>
      fetch(address, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), 'apollo-require-preflight': 'yes' },
      }),
  });

  const others = results.filter(({ status }) => status !== 'ok');
  expect(results.length).toBeGreaterThan(50);
  expect(others.map(({ name }) => name)).toEqual(OTHERWISE);
});

describe('an operation that the document does not have', () => {
  test.each([
    ['a wrong name for the only one', 'query A { hello }', 'B'],
    ['an empty name for the only one', 'query A { hello }', ''],
    ['a name where there are none', '{ hello }', 'A'],
    ['no name where there are two', 'query A { hello } query B { hello }', undefined],
  ])('is answered with 400: %s', async (_what, query, operationName) => {
    const answer = await send(JSON.stringify({ query, operationName }));

    expect(answer).toMatchObject({ status: 400, code: 'OPERATION_RESOLUTION_FAILURE' });
    expect(answer).not.toHaveProperty('data.hello');
  });

  test('does not take a mutation past the rules for GET', async () => {
    const query = new URLSearchParams({
      query: 'mutation Note { saveNote(input: {}) { done } }',
      operationName: 'Other',
    });
    const answer = await fetch(`${url}?${query}`, { headers: { 'apollo-require-preflight': 'yes' } });

    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain('done');
  });
});

describe('a body that cannot be read', () => {
  test.each<[string, string | Buffer, Record<string, string>]>([
    ['compressed', gzipSync(HELLO), { 'content-encoding': 'gzip' }],
    ['in an unknown encoding', HELLO, { 'content-encoding': 'morse' }],
    ['in an unknown charset', HELLO, { 'content-type': 'application/json; charset=klingon' }],
    ['in a charset that is not ours', HELLO, { 'content-type': 'application/json; charset="utf-16"' }],
  ])('is answered with 415: %s', async (_what, body, headers) => {
    expect(await send(body, headers)).toMatchObject({ status: 415, code: 'BAD_USER_INPUT' });
  });

  test.each<[string, Record<string, string>]>([
    ['as it is', { 'content-encoding': 'identity' }],
    ['in UTF-8', { 'content-type': 'application/json; charset=UTF-8' }],
    ['in UTF-8, quoted', { 'content-type': 'application/json;charset="utf-8"' }],
  ])('is none %s', async (_what, headers) => {
    expect(await send(HELLO, headers)).toMatchObject({ status: 200, data: { hello: 'hello' } });
  });
});

describe('another method', () => {
  test.each(['PUT', 'DELETE', 'PATCH'])(
    'is answered with 405 and those that are allowed: %s',
    async (method) => {
      expect(await send(HELLO, {}, method)).toMatchObject({ status: 405, allow: 'GET, POST' });
    },
  );

  test('is told at other addresses too', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
  });
});

describe('a Host header that names no host', () => {
  const json = ['Content-Type: application/json'];

  test.each(['a b', '[::1', '', 'wallet:99999999', 'wallet/../x', 'a@b@c:x'])(
    'is answered with 400: "%s"',
    async (host) => {
      expect(await statusOf(['POST /graphql HTTP/1.1', `Host: ${host}`, ...json], HELLO)).toBe(400);
    },
  );

  test('is none, with a port or an address', async () => {
    for (const host of ['wallet.example', 'localhost:4000', '[::1]:4000', 'bücher.example']) {
      expect(await statusOf(['POST /graphql HTTP/1.1', `Host: ${host}`, ...json], HELLO)).toBe(200);
    }
  });

  test('is refused as well where a proxy tells it', async () => {
    const head = ['POST /graphql HTTP/1.1', 'Host: wallet', 'X-Forwarded-Host: a b', ...json];
    expect(await statusOf(head, HELLO)).toBe(400);
  });

  test('is not missed by a caller of the old HTTP who only asks how we are', async () => {
    expect(await statusOf(['GET /healthz HTTP/1.0'])).toBe(200);
    expect(await statusOf(['POST /graphql HTTP/1.0', ...json], HELLO)).toBe(400);
  });
});
