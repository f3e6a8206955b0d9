import { join } from 'node:path';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import cors from '@fastify/cors';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { authRoutes } from '../identity/auth-routes.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Doors } from '../identity/open-identity.ts';
import type { TokenVerifier } from '../identity/verify-token.ts';
import type { DemoMailbox } from '../mail/demo-mailbox.ts';
import { mailboxRoutes } from '../mail/mailbox-routes.ts';
import type { Forgeries } from '../payments/webhook-route.ts';
import type { App } from '../services/app.ts';
import { createApollo } from './apollo.ts';
import { authenticate, limitRequests } from './authenticate.ts';
import { compressAnswers } from './compression.ts';
import type { Config } from './config.ts';
import { limitConnections } from './connections/connection-limits.ts';
import { Stopping } from './connections/stopping.ts';
import { handleErrors } from './errors.ts';
import { AnswerPlans } from './fast-path/answer-plans.ts';
import { askingAlong } from './fast-path/ask-along.ts';
import { FastPath } from './fast-path/fast-path.ts';
import { KnownOperations } from './fast-path/known-operations.ts';
import { operationExecutor } from './limits/operation-executor.ts';
import { RateLimits } from './limits/rate-limits.ts';
import { refuseUnreadable } from './limits/unreadable-requests.ts';
import { Budgets } from './limits/weight/budgets.ts';
import { logRequests } from './observability/log-requests.ts';
import type { Metrics } from './observability/metrics.ts';
import type { Traces } from './observability/traces.ts';
import { OperationGate } from './operation-gate.ts';
import { operationPlugin } from './operation.plugin.ts';
import type { RequestInfo } from './request-info.ts';
import { booksRoute } from './routes/books-route.ts';
import { exportRoute } from './routes/export-route.ts';
import { contexts, graphqlRoute } from './routes/graphql-route.ts';
import { operationsRoutes, type Readiness } from './routes/operations-routes.ts';
import { payLinkRoute } from './routes/pay-link-route.ts';
import { programmeExportRoute } from './routes/programme-export-route.ts';
import { schemaRoute } from './routes/schema-route.ts';
import { vitalsRoute } from './routes/vitals-route.ts';
import { webAppRoutes } from './routes/web-app-routes.ts';
import { inlineSourcesOf } from './page-policy.ts';
import { dataHeaders, securityHeaders } from './security-headers.ts';

export interface ServerParts<Context extends BaseContext> {
  readonly config: Config;
  readonly logger: Logger;
  readonly schema: GraphQLSchema;
  /** Writes the contract as a text, for `GET /schema.graphql`: when it is first asked for, because it takes a while. */
  readonly sdl: () => string;
  readonly buildContext: (request: RequestInfo) => Context;
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
  readonly verifier: TokenVerifier;
  /** The built-in sign-in; null when tokens come from elsewhere. */
  readonly doors: Doors | null;
  readonly metrics: Metrics;
  /** Whose histories can be exported; left out, none can. */
  readonly wallets?: App;
  /** Where a demo's mails can be read; left out, nowhere. */
  readonly mailbox?: DemoMailbox;
  /** The doors of the payment provider; left out, there are none. */
  readonly payments?: (server: FastifyInstance, forgeries: Forgeries) => Promise<void>;
  readonly readiness: () => Promise<Readiness>;
  /** Left out, nothing is traced. */
  readonly traces?: Traces;
  /** How it ends; left out, at once. */
  readonly stopping?: Stopping;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Milliseconds on a clock that only moves forward. */
  readonly elapsed: () => number;
}

/** How often it is looked for callers who take too long to send a request. */
const LOOK_MS = 1_000;

/** Everything that is served, ready to listen. Closing it answers what is under way first. */
export async function buildServer<Context extends BaseContext>(
  parts: ServerParts<Context>,
): Promise<FastifyInstance> {
  const { config, logger, metrics, doors } = parts;
  const webApp = join(config.rootDirectory, 'dist', 'client');
  const app = newFastify(parts);
  handleErrors(app);
  refuseUnreadable(app);
  parts.traces?.watch(app);
  logRequests(app, metrics, logger);
  const stopping = parts.stopping ?? new Stopping(config.connections);
  stopping.watch(app);
  limitConnections(app.server, {
    ...config.connections,
    proxies: config.http.trustProxy,
    onRefused: metrics.connectionRefused,
  });
  await securityHeaders(app, config.isProduction, inlineSourcesOf(webApp));
  if (config.http.corsOrigins.length > 0) await allowOrigins(app, config.http.corsOrigins);

  const rateLimits = new RateLimits(config.rateLimits);
  const executor = operationExecutor(parts.schema, config.queryLimits);
  const execute = parts.traces?.around(executor) ?? executor;
  const known = new KnownOperations();
  const gate = new OperationGate({
    ...parts,
    rateLimits,
    variableLimits: config.queryLimits,
    budgets: new Budgets(config.queryLimits.budgets, config.rateLimits.serviceAccounts),
  });
  const apollo = createApollo({
    ...parts,
    execute,
    plugins: [
      // Apollo calls plugins with the context that was built below, whatever its type.
      ...((parts.plugins ?? []) as readonly ApolloServerPlugin<BaseContext>[]),
      operationPlugin(gate, known),
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  const fastPath = new FastPath({ known, plans: new AnswerPlans(parts.schema), gate, execute });
  const contextOf = contexts(parts.buildContext, parts.elapsed);

  // Who calls is found out only where it matters: the files of the app are for everybody.
  await app.register(async (callers) => {
    callers.addHook('onRequest', dataHeaders(config.isProduction));
    callers.addHook('onRequest', authenticate(parts.verifier));
    callers.addHook('onRequest', limitRequests(rateLimits));
    await callers.register(async (data) => {
      // Not around the sign-in, whose answers hold tokens.
      compressAnswers(data);
      graphqlRoute(data, {
        apollo,
        fastPath,
        contextOf,
        bodyLimit: config.http.bodyLimitBytes,
      });
      if (parts.wallets) {
        for (const route of [exportRoute, booksRoute])
          route(data, { app: parts.wallets, limits: config.exports, rateLimits, stopping });
        programmeExportRoute(data, { app: parts.wallets, rateLimits });
      }
      schemaRoute(data, { sdl: parts.sdl, isOpen: config.introspection });
    });
    if (doors) {
      await callers.register(authRoutes, {
        ...doors,
        isDemo: config.isDemo,
        isProduction: config.isProduction,
        allowedOrigins: config.http.corsOrigins,
        limits: rateLimits,
        askAlong: askingAlong({ fastPath, contextOf, rateLimits }),
        now: parts.now,
      });
      if (parts.wallets) {
        const allowedOrigins = config.http.corsOrigins;
        const { wallets } = parts;
        await callers.register(payLinkRoute, { wallets, payTokens: doors.payTokens, allowedOrigins });
      }
    }
  });
  if (parts.payments) await parts.payments(app, rateLimits.forgeries);
  if (parts.mailbox) await app.register(mailboxRoutes, { mailbox: parts.mailbox });
  operationsRoutes(app, {
    readiness: parts.readiness,
    isStopping: () => stopping.hasBegun,
    metrics,
    metricsToken: config.metricsToken,
    isProduction: config.isProduction,
  });
  vitalsRoute(app, { rateLimits, metrics });
  if (config.playground) {
    // Its editor is large, and a server in production has none.
    const { playgroundRoutes } = await import('./playground/playground-routes.ts');
    await app.register(playgroundRoutes, { rootDirectory: config.rootDirectory });
  }
  await app.register(webAppRoutes, { directory: webApp });
  return app;
}

/** Web apps that are served from elsewhere. */
async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  await app.register(cors, {
    origin: [...origins],
    credentials: true,
    methods: ['GET', 'POST'],
    allowedHeaders: [
      'authorization',
      'content-type',
      'x-request-id',
      'x-query-cost',
      'apollographql-client-name',
      'apollographql-client-version',
      'apollo-require-preflight',
    ],
    exposedHeaders: ['x-request-id', 'retry-after', 'content-disposition', 'x-entry-count'],
    maxAge: 600,
  });
}

function newFastify({
  config,
  logger,
  newId,
}: Pick<ServerParts<BaseContext>, 'config' | 'logger' | 'newId'>) {
  const loggerInstance: FastifyBaseLogger = logger;
  const { requestMs, keepAliveMs, stalledMs, headersMs } = config.connections;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request would cost more than most requests log.
    childLoggerFactory: (parent) => parent,
    genReqId: newId,
    requestIdHeader: false,
    trustProxy: config.http.trustProxy.length > 0 ? [...config.http.trustProxy] : false,
    bodyLimit: 16_384,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    connectionTimeout: stalledMs,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // Both times begin with the first byte of a request, so idle connections outlive them.
    http: { headersTimeout: headersMs, maxHeaderSize: 8_192, connectionsCheckingInterval: LOOK_MS },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  app.removeContentTypeParser('text/plain');
  app.decorateRequest('principal', null);
  app.decorateRequest('refusedToken', null);
  app.decorateRequest('state', null);
  return app;
}
