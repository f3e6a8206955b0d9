import { gzipSync } from 'node:zlib';
import type { Attack, HttpCall, Shop } from '../attack.ts';

const QUERY = JSON.stringify({ query: '{ viewer { id } }' });
const BAD_BODIES: Readonly<Record<string, string>> = {
  ...{
    'half a document': '{"query":',
    nothing: '',
    'a text': '"x"',
    'a number': '7',
    null: 'null',
    'an empty list': '[]',
  },
  ...{
    'a batch': `[${QUERY},${QUERY}]`,
    'no query': '{}',
    'a query that is a number': '{"query":7}',
    'a query that is null': '{"query":null}',
  },
  ...{
    'a query that is a list': '{"query":["{ viewer { id } }"]}',
    'a prototype': '{"query":"{ viewer { id } }","__proto__":{"a":1}}',
  },
  ...{
    'a constructor': '{"query":"{ viewer { id } }","constructor":{"prototype":{"a":1}}}',
    'extensions that are a text': '{"query":"{ viewer { id } }","extensions":"x"}',
  },
  ...{
    'a persisted query': '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"aa"}}}',
    'an unknown operation': '{"query":"query A { viewer { id } }","operationName":"B"}',
  },
  ...{
    'an empty operation': '{"query":"query A { viewer { id } }","operationName":""}',
    'brackets without end': '['.repeat(20_000),
    'a byte order mark': '\ufeff\ufeff{}',
  },
};
const BAD_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/graphql',
  'text/html',
  'application/octet-stream',
  'image/png',
  'x',
  'application/json; charset=utf-16',
  'application/json; charset=latin1',
];
const BAD_HOSTS = ['', 'a b', '[::1', '[', 'a:99999999', 'a/b', 'a?b', 'a#b', 'a@b', 'a\\b', '%%%'];
const PATHS = [
  '/.env',
  '/.git/config',
  '/admin',
  '/api/wallets',
  '/graphql/',
  '/graphql/x',
  '/graphiql',
  '/v1/graphql',
  '/server-status',
  '/wp-login.php',
  '/auth/unknown',
  '/export',
  '/export/transactions.json',
  '/metrics/x',
  '/debug',
  '/actuator/env',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/assets/../../package.json',
  '/%00',
  '//evil.example/',
];

/** Requests that are no requests of ours. Nobody has signed in here. */
export function httpAttacks({ port }: Shop): Attack[] {
  const json = { 'content-type': 'application/json' };
  const raw = (head: readonly string[], body = ''): Attack['request'] => ({
    raw: `${head.join('\r\n')}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  });
  const named = (name: string, expects: string, request: HttpCall): Attack => ({ name, expects, request });
  const host = `Host: 127.0.0.1:${port}`;
  return [
    ...Object.entries(BAD_BODIES).map(([name, body]) =>
      named(
        `a body with ${name}`,
        'BAD_USER_INPUT|BAD_REQUEST|OPERATION_RESOLUTION_FAILURE|PERSISTED_QUERY_NOT_SUPPORTED',
        { body, headers: json },
      ),
    ),
    ...BAD_TYPES.map((type) =>
      named(`a body of the type ${type}`, 'BAD_USER_INPUT', {
        body: QUERY,
        headers: { 'content-type': type },
      }),
    ),
    ...['gzip', 'br', 'deflate', 'x'].map((encoding) =>
      named(`a body in ${encoding}`, 'BAD_USER_INPUT', {
        body: new Uint8Array(gzipSync(QUERY)),
        headers: { ...json, 'content-encoding': encoding },
      }),
    ),
    named('a body of two megabytes', 'BAD_USER_INPUT', {
      body: JSON.stringify({ query: `# ${'x'.repeat(2_000_000)}` }),
      headers: json,
    }),
    ...['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'].map((method) =>
      named(`${method} /graphql`, 'BAD_USER_INPUT', { method }),
    ),
    ...BAD_HOSTS.map((bad): Attack => ({
      name: `the host "${bad}"`,
      expects: 'BAD_USER_INPUT|400',
      request: raw(['POST /graphql HTTP/1.1', `Host: ${bad}`, 'Content-Type: application/json'], QUERY),
    })),
    ...PATHS.map((path) =>
      named(`GET ${path}`, 'NOT_FOUND|BAD_USER_INPUT|400|404|503', {
        path,
        method: 'GET',
        headers: { accept: 'application/json' },
      }),
    ),
    ...['{viewer{id}}', 'mutation{dropDatabase}'].map((query) =>
      named(`GET of ${query} from another site`, 'BAD_REQUEST', {
        path: `/graphql?query=${encodeURIComponent(query)}`,
        method: 'GET',
      }),
    ),
    named('a mutation by GET', 'BAD_REQUEST|405|GRAPHQL_VALIDATION_FAILED', {
      path: `/graphql?query=${encodeURIComponent('mutation A { startTopUp(input: { amount: { amount: "100" }, method: UPI, idempotencyKey: "attack-by-get-000001" }) { replayed } }')}`,
      method: 'GET',
      headers: { 'apollo-require-preflight': 'yes' },
    }),
    ...[
      'Content-Length: 5, 5',
      'Content-Length: -1',
      'Content-Length: x',
      'Transfer-Encoding: chunked\r\nContent-Length: 4',
      'Transfer-Encoding: xchunked',
      'A B: c',
      ': x',
      'X: \u0000',
    ].map((line): Attack => ({
      name: `the header line ${JSON.stringify(line)}`,
      expects: '400',
      request: { raw: `POST /graphql HTTP/1.1\r\n${host}\r\n${line}\r\nConnection: close\r\n\r\n` },
    })),
    ...[
      'GET',
      'GET /graphql',
      'GET /graphql HTTP/9.9',
      'get /graphql HTTP/1.1',
      '\u0016\u0003\u0001\u0002\u0000',
      'PRI * HTTP/2.0',
      'CONNECT evil.example:80 HTTP/1.1',
    ].map((line): Attack => ({
      name: `the request line ${JSON.stringify(line)}`,
      expects: '400|404|405|NOT_FOUND|BAD_USER_INPUT|BAD_REQUEST|NaN',
      request: { raw: `${line}\r\n${host}\r\nConnection: close\r\n\r\n` },
    })),
    {
      name: 'a header of twenty kilobytes',
      expects: '431',
      request: raw(['GET /graphql HTTP/1.1', host, `X: ${'x'.repeat(20_000)}`]),
    },
    ...['admin', 'ADMIN', 'root'].flatMap((role) =>
      ['x-user-role', 'x-role', 'x-forwarded-user', 'x-hasura-role'].map((name) =>
        named(`${name}: ${role}`, 'UNAUTHENTICATED', { body: QUERY, headers: { ...json, [name]: role } }),
      ),
    ),
  ];
}
