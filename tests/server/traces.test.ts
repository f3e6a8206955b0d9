import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { json } from 'node:stream/consumers';
import { issueToken } from '../../api/identity/issue-token.ts';
import { openExistingKeys } from '../../api/identity/signing-keys.ts';
import { readConfig } from '../../api/server/config.ts';
import { createLogger } from '../../api/server/observability/logger.ts';
import { createMetrics } from '../../api/server/observability/metrics.ts';
import { start } from '../../api/server/start.ts';
import { openTestDatabase } from '../support/database.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';

const at = openTestDatabase();

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number | string };
}

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly Attribute[];
}

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

const received: Export[] = [];
let collector: Server;
let url: string;

/** A collector as the standard describes it: it takes spans at /v1/traces. */
beforeAll(async () => {
  collector = createServer((request, response) => {
    void json(request).then((body) => {
      if (request.url === '/v1/traces') received.push(body as Export);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => collector.close(resolve));
  await deleteTemporaryFolders();
});

async function visit(settings: Record<string, string>): Promise<void> {
  const config = readConfig({
    ...{ NODE_ENV: 'test', MONGODB_URI: at.uri, DATABASE_NAME: at.name, PORT: '0', LOG_LEVEL: 'silent' },
    ...{ DATA_DIRECTORY: await temporaryFolder(), ...settings },
  });
  const logger = createLogger(config);
  const running = await start(config, {
    ...{ now: () => Date.now(), elapsed: () => performance.now(), newId: randomUUID, randomBytes },
    ...{ say: () => {}, logger, metrics: createMetrics({ withProcess: false }) },
  });
  const { issuer, audience } = config.identity;
  const keys = await openExistingKeys({
    ...{ directory: config.dataDirectory, isProduction: false, now: Date.now },
  });
  if (!keys) throw new Error('The server made its keys when it started.');
  const admin = { id: 'admin_meera', role: 'ADMIN', name: 'Meera', sessionVersion: null } as const;
  const terms = { issuer, audience, lifetimeSeconds: 600 };
  const token = await issueToken(keys, terms, admin, { now: Date.now(), tokenId: randomUUID() });
  const input = { customerId: 'cus_traced', name: 'Nila Secret' };
  for (const [query, variables] of [
    [
      'mutation SaveCustomer($input: SaveCustomerInput!) { saveCustomer(input: $input) { customer { name } } }',
      { input },
    ],
    ['query StrangersName { wallet(customerId: "cus_traced") { id } }', {}],
  ] as const) {
    const answer = await fetch(`http://127.0.0.1:${running.port}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      },
      body: JSON.stringify({ query, variables }),
    });
    expect(answer.status).toBe(200);
    await answer.text();
  }
  await running.stop();
}

test('requests, operations, batches and commands are traced, each below what caused it, and nothing of their content', async () => {
  await visit({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
  const spans = received.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
  const named = (name: string) => spans.filter((span) => span.name === name);
  const childrenOf = (parent: Span | undefined) =>
    spans.filter(({ parentSpanId }) => parentSpanId !== undefined && parentSpanId === parent?.spanId);

  const [first] = named('POST /graphql');
  expect(first).toMatchObject({
    traceId: '0af7651916cd43dd8448eb211c80319c',
    parentSpanId: 'b7ad6b7169203331',
  });
  expect(childrenOf(first).map(({ name }) => name)).toContain('mutation SaveCustomer');
  expect(named('query other')).toHaveLength(1);
  expect(childrenOf(named('query other')[0]).map(({ name }) => name)).toContain('mongodb find');
  const batch = named('engine batch').find((span) =>
    childrenOf(span).some(({ name }) => name === 'mongodb commitTransaction'),
  );
  expect(batch).toBeDefined();
  expect(batch?.traceId).not.toBe(first?.traceId);
  const service = received[0]?.resourceSpans[0]?.resource.attributes.find(
    ({ key }) => key === 'service.name',
  );
  expect(service?.value.stringValue).toBe('early-bird-wallet');
  expect(JSON.stringify(received)).not.toMatch(/Nila Secret|cus_traced|StrangersName|eyJ/);
});

test.each([
  ['nobody says where to', {}],
  ['it is switched off', { OTEL_SDK_DISABLED: 'true' }],
  ['it is to go nowhere', { OTEL_TRACES_EXPORTER: 'none' }],
])('nothing is traced when %s', async (_when, settings) => {
  received.splice(0);
  await visit(Object.keys(settings).length > 0 ? { ...settings, OTEL_EXPORTER_OTLP_ENDPOINT: url } : {});
  expect(received).toEqual([]);
});
