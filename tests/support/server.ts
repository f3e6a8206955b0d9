import { randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { issueToken } from '../../api/identity/issue-token.ts';
import { openIdentity, type Identity } from '../../api/identity/open-identity.ts';
import type { PrincipalRole } from '../../api/identity/principal.ts';
import { openSigningKeys, type SigningKeys } from '../../api/identity/signing-keys.ts';
import { ownTokenVerifier, type TokenVerifier } from '../../api/identity/verify-token.ts';
import type { Database } from '../../api/persistence/connection.ts';
import { readConfig, type Config } from '../../api/server/config.ts';
import { callerOf } from '../../api/server/caller.ts';
import { Seals } from '../../api/secrets/seals.ts';
import { contextFactory } from '../../api/server/context.ts';
import { Stopping } from '../../api/server/connections/stopping.ts';
import { formatError } from '../../api/server/format-error.ts';
import type { DemoMailbox } from '../../api/mail/demo-mailbox.ts';
import type { Outbox } from '../../api/mail/mail.ts';
import { openPost } from '../../api/server/mail.ts';
import { createLogger } from '../../api/server/observability/logger.ts';
import { observeIdentity } from '../../api/server/observability/observe-identity.ts';
import { createMetrics, type Metrics } from '../../api/server/observability/metrics.ts';
import type { RequestInfo } from '../../api/server/request-info.ts';
import type { Readiness } from '../../api/server/routes/operations-routes.ts';
import { buildServer } from '../../api/server/server.ts';
import type { App } from '../../api/services/app.ts';
import { CheckedLog } from './checked-log.ts';
import { TestClock } from './clock.ts';
import { temporaryFolder } from './folders.ts';
import { smallSchema } from './small-schema.ts';

export interface TestServer {
  readonly app: FastifyInstance;
  readonly config: Config;
  readonly clock: TestClock;
  readonly keys: SigningKeys;
  readonly directory: string;
  readonly metrics: Metrics;
  readonly stopping: Stopping;
  /** Where mails end in a demo; null elsewhere. */
  readonly mailbox: DemoMailbox | null;
  /** What was logged, one line each. */
  readonly log: readonly string[];
  /** What the server was told about each request that reached GraphQL. */
  readonly requests: readonly RequestInfo[];
  readiness: Readiness;
  token(role: PrincipalRole, subject?: string): Promise<string>;
  /** Sends a document as a customer would; the bearer token of `as` when given. */
  graphql(query: string, more?: GraphqlCall): Promise<GraphqlAnswer>;
  close(): Promise<void>;
}

export interface GraphqlCall {
  readonly token?: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly text: string;
}

export interface TestServerOptions {
  /** As in the environment of a real server. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly schema?: GraphQLSchema;
  /** What is served as the contract. */
  readonly sdl?: string;
  /** What else Apollo calls on its way. */
  readonly plugins?: readonly ApolloServerPlugin<BaseContext>[];
  /** Who is believed instead of the server's own tokens. */
  readonly verifier?: TokenVerifier;
  /** Whose histories can be exported, and whom the operations of the whole schema are about. */
  readonly wallets?: App;
  /** The doors of the payment provider. */
  readonly payments?: (server: FastifyInstance) => Promise<void>;
  /** With one, people can sign in. */
  readonly database?: Database;
  /** Shorter times for connections than anybody would set. */
  readonly connections?: Partial<Config['connections']>;
  /** Shorter than any real one, which leaves the engine its time. */
  readonly mutationDeadlineMs?: number;
  /** Where another server has kept its keys. */
  readonly directory?: string;
}

/** The server as it stands, with keys in a folder of its own and a clock that tests move. Ask it through `app.inject`. */
export async function openTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const config = changed(testConfig(options.settings), options);
  const clock = new TestClock('2026-03-10T09:30:00+05:30');
  const log = new CheckedLog();
  const requests: RequestInfo[] = [];
  const logger = createLogger(config, log);
  const metrics = createMetrics({ withProcess: false });
  const directory = options.directory ?? (await temporaryFolder());
  const keys = await openSigningKeys({ directory, isProduction: config.isProduction, now: clock.now });
  const post = await openPost(config, { now: clock.now, metrics, logger });
  const identity = options.database
    ? await openTestIdentity(
        { config, clock, directory, metrics, logger, outbox: post?.outbox ?? null },
        options.database,
      )
    : null;
  const { issuer, audience } = config.identity;
  const contextOf = options.wallets && contextFactory(options.wallets, identity?.doors?.signIn);
  const state: { readiness: Readiness } = { readiness: { database: 'ok', engine: 'accepting', clock: 'ok' } };
  const stopping = new Stopping(config.connections);
  const app = await buildServer({
    config,
    logger,
    schema: options.schema ?? smallSchema(),
    sdl: () => options.sdl ?? 'type Query { hello: String }',
    buildContext: (request) => {
      requests.push(request);
      return (
        contextOf?.(callerOf(request), request.requestId, request, request.network) ?? {
          requestId: request.requestId,
        }
      );
    },
    formatError,
    plugins: options.plugins ?? [],
    verifier:
      options.verifier ?? identity?.verifier ?? ownTokenVerifier(keys, { issuer, audience, now: clock.now }),
    doors: identity?.doors ?? null,
    metrics,
    ...(post?.mailbox && { mailbox: post.mailbox }),
    ...(options.wallets && { wallets: options.wallets }),
    ...(options.payments && { payments: options.payments }),
    readiness: async () => state.readiness,
    stopping,
    now: clock.now,
    newId: randomUUID,
    elapsed: () => performance.now(),
  });
  log.listen(app);
  return {
    app,
    config,
    clock,
    keys,
    directory,
    metrics,
    stopping,
    mailbox: post?.mailbox ?? null,
    log: log.lines,
    requests,
    get readiness() {
      return state.readiness;
    },
    set readiness(readiness) {
      state.readiness = readiness;
    },
    token: (role, subject = role.toLowerCase()) =>
      issueToken(
        keys,
        { issuer, audience, lifetimeSeconds: 600 },
        { id: subject, role, name: subject, sessionVersion: null },
        { now: clock.now(), tokenId: randomUUID() },
      ),
    graphql: (query, more) => ask(app, query, more),
    close: async () => {
      await app.close();
      identity?.stop();
      await post?.stop();
      log.mustBeDiscreet();
    },
  };
}

/** A configuration like that of a demo, unless told otherwise. */
export function testConfig(settings: Readonly<Record<string, string>> = {}): Config {
  return readConfig({
    NODE_ENV: 'test',
    MONGODB_URI: 'mongodb://localhost/never-asked',
    LOOPBACK_DATABASE: 'on',
    LOG_LEVEL: 'info',
    ...settings,
  });
}

function changed(config: Config, { mutationDeadlineMs, connections }: TestServerOptions): Config {
  return {
    ...config,
    queryLimits: { ...config.queryLimits, ...(mutationDeadlineMs !== undefined && { mutationDeadlineMs }) },
    connections: { ...config.connections, ...connections },
  };
}

interface Around {
  readonly config: Config;
  readonly clock: TestClock;
  readonly directory: string;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly outbox: Outbox | null;
}

function openTestIdentity(
  { config, clock, directory, metrics, logger, outbox }: Around,
  database: Database,
): Promise<Identity> {
  return openIdentity({
    settings: config.identity,
    database,
    dataDirectory: directory,
    isProduction: config.isProduction,
    isDemo: config.isDemo,
    outbox,
    seals: new Seals([randomBytes(32)]),
    now: clock.now,
    newId: randomUUID,
    observer: observeIdentity(metrics, logger),
    onProblem: (error) => {
      throw error;
    },
  });
}

async function ask(app: FastifyInstance, query: string, call: GraphqlCall = {}): Promise<GraphqlAnswer> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...(call.token && { authorization: `Bearer ${call.token}` }), ...call.headers },
    payload: { query, ...(call.variables && { variables: call.variables }) },
  });
  const body = response.json<{ data?: GraphqlAnswer['data']; errors?: GraphqlAnswer['errors'] }>();
  return {
    status: response.statusCode,
    headers: response.headers,
    data: body.data,
    errors: body.errors ?? [],
    text: response.body,
  };
}
