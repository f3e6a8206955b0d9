import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { provideDatabase } from '../database/provide-database.ts';
import type { Instant } from '../domain/calendar.ts';
import { anybodyOfDemo } from '../identity/demo-accounts.ts';
import { openIdentity } from '../identity/open-identity.ts';
import { ExpiryJob } from '../jobs/expiry-job.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import { NightlyAudit } from '../jobs/nightly-audit.ts';
import { RefundFinder } from '../jobs/refund-finder.ts';
import { ShortCodeJob } from '../jobs/short-code-job.ts';
import { GiftPost } from '../jobs/gift-post.ts';
import { TopUpPoller } from '../jobs/top-up-poller.ts';
import type { Trust } from '../ledger/clock.ts';
import type { DatabaseClock } from '../ledger/database-clock.ts';
import type { PaymentObserver } from '../payments/payment-observer.ts';
import { connect, disconnect, type Database } from '../persistence/connection.ts';
import type { RecoveryObserver } from '../persistence/processes/observer.ts';
import { countProgramme } from '../persistence/count-programme.ts';
import { isReachable } from '../persistence/reachable.ts';
import { unmetRequirements } from '../persistence/requirements.ts';
import { setUp } from '../persistence/set-up.ts';
import { CustomerCount } from '../persistence/stores/customer-count.ts';
import { AccountStore } from '../persistence/stores/account.store.ts';
import { seed } from '../scripts/seed.ts';
import type { App } from '../services/app.ts';
import { openApp } from '../services/open-app.ts';
import { openJobs } from '../services/queries/open-jobs.ts';
import { paymentState } from '../services/queries/payment-state.ts';
import { openSeals } from '../identity/sealing-keys.ts';
import type { Seals } from '../secrets/seals.ts';
import { callerOf } from './caller.ts';
import { clockReadiness, openClock } from './clock.ts';
import type { Config } from './config.ts';
import { Stopping } from './connections/stopping.ts';
import { contextFactory } from './context.ts';
import { contractText } from './contract.ts';
import { executableSchema } from './executable-schema.ts';
import { formatError } from './format-error.ts';
import { openPost, type Post } from './mail.ts';
import { nameRequest } from './name-request.plugin.ts';
import type { Metrics } from './observability/metrics.ts';
import type { Traces } from './observability/traces.ts';
import { observeIdentity } from './observability/observe-identity.ts';
import { openPayments, paymentReadiness, paymentRoutes, watched } from './payments.ts';
import { remembered } from './remembered.ts';
import { buildServer } from './server.ts';

/** What the outside world gives: time, chance and a place to say something to the operator. */
export interface Surroundings {
  /** What the clock of this machine says. It is only compared with the time of the database, which is what counts. */
  readonly now: () => Instant;
  /** Milliseconds on a clock that only moves forward. */
  readonly elapsed: () => number;
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly say: (line: string) => void;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export interface RunningServer {
  readonly port: number;
  /** Says that it is not ready any more, listens no more after a moment, finishes what was accepted, then lets the database go. Safe to call more than once. */
  stop(): Promise<void>;
}

/** It cannot start as things are. The message is for the operator and says what to do. */
export class StartProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartProblem';
  }
}

type Release = () => unknown;

/** So that a long list of refunds is no burst of calls. */
const REFUND_PAGE_MS = 1_000;
/** More than a page of codes takes, so that most of the time is left to customers. */
const CODE_PAGE_MS = 50;
/** How often gifts are looked for whose time has come, in milliseconds: they are sent to the minute. */
const GIFTS_LOOK_MS = 10_000;
/** How often files are looked for that are to be worked through, in milliseconds. */
const FILES_LOOK_MS = 1_000;
/** How often wallets are looked for that an older process has opened meanwhile. */
const CODE_ROUND_MS = 600_000;
/** Of one run; the metric counts all. */
const MOST_FAILURES_TOLD = 20;

/** A database and its time. */
interface Timed {
  readonly database: Database;
  readonly clock: DatabaseClock;
}

/** Who looks on; null when nothing is traced. */
interface Sealed {
  readonly seals: Seals;
}

interface Traced {
  readonly traces: Traces | null;
}

/** Opens one thing after another, each on those before it, and serves. What was opened is closed again if a later step fails. */
export async function start(config: Config, around: Surroundings): Promise<RunningServer> {
  const opened: Release[] = [];
  let stopping: Promise<void> | undefined;
  let draining: Promise<void> | undefined;
  const ending = new Stopping(config.connections);
  const stop = () => (stopping ??= releaseAll(opened));
  const drainAndStop = () => (draining ??= ending.drain().then(stop));
  try {
    const traces = await openTraces(config, opened);
    const database = await openDatabase(config, around, traces, opened);
    const own = { url: '' };
    const clock = await openServerClock(config, around, database, opened);
    const seals = await openSeals(config.identity.sealingKeys, {
      ...{ directory: config.dataDirectory, isProduction: config.isProduction, now: clock.now },
    });
    const app = openApplication(config, around, { database, clock, traces, seals }, opened, () => own.url);
    if (config.isDemo) await seedSampleShop(config, around, { database, clock, seals });
    const post = await openPost(config, { now: clock.now, metrics: around.metrics, logger: around.logger });
    opened.push(() => post?.stop());
    const server = await openServer(config, around, { database, clock, app, traces, ending, post }, opened);
    const port = await listen(server, config.http);
    own.url = ownUrl(config.http.host, port);
    opened.push(() => server.close());
    // Last, so that they are the first to stop: nothing begins any more while the server finishes what it accepted.
    startJobs(config, around, { database, app, post }, opened);
    return { port, stop: drainAndStop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Loaded only where traces are switched on: what is off costs nothing, neither at the start nor later. */
async function openTraces({ tracesUrl }: Config, opened: Release[]): Promise<Traces | null> {
  if (tracesUrl === null) return null;
  const { Traces } = await import('./observability/traces.ts');
  const traces = new Traces(tracesUrl);
  opened.push(() => traces.stop());
  return traces;
}

async function openDatabase(
  config: Config,
  { say, logger, now }: Surroundings,
  traces: Traces | null,
  opened: Release[],
): Promise<Database> {
  const { uri, name, mongodBinary } = config.database;
  const provided = await provideDatabase({
    uri: uri ?? undefined,
    databaseName: name,
    mongodBinary: mongodBinary ?? undefined,
    cacheDirectory: join(config.rootDirectory, '.cache', 'mongodb'),
    dataDirectory: join(config.dataDirectory, 'mongodb'),
    say,
  });
  opened.push(() => provided.stop());
  const database = await connect(provided.uri, name, recoveryLog(logger), traces?.commands).catch(
    (error: unknown) => {
      throw new StartProblem(
        'MongoDB does not answer at MONGODB_URI. Is it running, and reachable from here?',
        {
          cause: error,
        },
      );
    },
  );
  opened.push(() => disconnect(database));
  const problems = await unmetRequirements(database);
  if (problems.length > 0) throw new StartProblem(problems.join('\n'));
  await setUp(database);
  if (config.isProduction) await refuseDemo(database, name);
  await countProgramme(database, config.policy);
  await new CustomerCount(database).close(now());
  return database;
}

/** Whose passwords anyone can read must not get in where real money is, not even through an issuer that is changed back later. */
async function refuseDemo(database: Database, name: string): Promise<void> {
  const email = await anybodyOfDemo(new AccountStore(database));
  if (email === null) return;
  throw new StartProblem(
    `The database "${name}" was used by a demo: ${email} can sign in with a password anyone can read. Name another in DATABASE_NAME or MONGODB_URI, or, if this one really holds your shop, delete the demo's people from its collection accounts.`,
  );
}

/** Tells the operator of processes that died, and of what the database user may not do about them. */
function recoveryLog(logger: Logger): RecoveryObserver {
  return {
    ended: (processes) => logger.warn({ processes }, 'What dead processes had left open was ended'),
    refused: (what, err) =>
      logger.warn(
        { err },
        what === 'LIST'
          ? 'The database user may not write to api_processes: if this process dies, what it holds stays locked for a while'
          : 'The database user may not end sessions: what dead processes hold stays locked for a while',
      ),
  };
}

async function openServerClock(
  config: Config,
  { now, elapsed, logger, metrics }: Surroundings,
  database: Database,
  opened: Release[],
): Promise<DatabaseClock> {
  const onChange = (trust: Trust, sentence: string) =>
    trust === 'FULL'
      ? logger.info('The clock is right again')
      : logger.error({ trust }, `Wrong time: ${sentence}`);
  const clock = await openClock(config, { now, elapsed, onChange }, database);
  opened.push(() => clock.stop());
  metrics.clockSkew(() => clock.skewMs() / 1_000);
  return clock;
}

function openApplication(
  config: Config,
  { elapsed, randomBytes, metrics, logger }: Surroundings,
  { database, clock: { now, trust }, traces, seals }: Timed & Traced & Sealed,
  opened: Release[],
  ownUrl: () => string,
): App {
  const { policy, engine, shop } = config;
  const onError = (error: unknown) => logger.warn({ err: error }, 'A notification of a payment got nowhere');
  const watching = { now, elapsed, observer: paymentObserver(metrics, logger) };
  const payments = watched(openPayments(config, { randomBytes, ownUrl, onError }), watching);
  const observer = traces ? { ...metrics.engine, aroundBatch: traces.aroundBatch } : metrics.engine;
  const parts = { database, policy, shop, now, trust, elapsed, randomBytes, seals };
  const { publicUrl, isDemo, mail } = config;
  // A link in a mail leads somewhere, so somebody must have said where, but in a demo, whose mails never leave it.
  const isPosted = isDemo || (mail.smtp !== null && publicUrl !== null);
  const gifts = isPosted ? { url: () => publicUrl ?? ownUrl() } : null;
  const opensPayLinks = !config.identity.external;
  const app = openApp({ ...parts, engine, observer, payments, gifts, opensPayLinks });
  opened.push(() => app.engine.stop());
  if (payments.provider)
    metrics.payments.reading(async () => ({ state: await paymentState(app), now: now() }));
  metrics.jobs.reading(async () => ({ state: await openJobs(app), now: now() }));
  return app;
}

/** Counts how it goes with payments, and says aloud what goes wrong. */
function paymentObserver({ payments }: Metrics, logger: Logger): PaymentObserver {
  return {
    notification: (outcome) => payments.notification(outcome),
    call: (call) => {
      payments.call(call);
      const { error: err, ...facts } = call;
      if (err !== undefined)
        logger.warn({ err, ...facts }, 'The payment provider did not do what it was asked');
    },
  };
}

/** The sample shop is made through the same services, on a clock of its own that runs from last year to today. */
async function seedSampleShop(
  config: Config,
  { elapsed, randomBytes, say }: Surroundings,
  { database, clock, seals }: Timed & Sealed,
): Promise<void> {
  const { policy, engine } = config;
  const appAt = (now: () => Instant) =>
    openApp({ database, policy, now, elapsed, randomBytes, engine, seals });
  const steps = await seed(appAt, clock.now());
  say(steps > 0 ? `Sample data: made in ${steps} steps` : 'Sample data: present');
}

async function openServer(
  config: Config,
  around: Surroundings,
  {
    database,
    clock,
    app,
    traces,
    ending,
    post,
  }: Timed & Traced & { readonly app: App; readonly ending: Stopping; readonly post: Post | null },
  opened: Release[],
): Promise<FastifyInstance> {
  const { elapsed, newId, logger, metrics } = around;
  const identity = await openIdentity({
    settings: config.identity,
    database,
    dataDirectory: config.dataDirectory,
    isProduction: config.isProduction,
    isDemo: config.isDemo,
    outbox: post?.outbox ?? null,
    seals: app.seals,
    now: clock.now,
    newId,
    observer: observeIdentity(metrics, logger),
    onProblem: (error) => logger.warn({ err: error }, 'Sessions could not be looked up or noted'),
  });
  opened.push(() => identity.stop());
  const contextOf = contextFactory(app, identity.doors?.signIn);
  const schema = executableSchema();
  const reaches = remembered(() => isReachable(database, 2_000), { elapsed, milliseconds: 1_000 });
  return buildServer({
    config,
    logger,
    schema,
    sdl: () => contractText(schema),
    buildContext: (request) => contextOf(callerOf(request), request.requestId, request, request.network),
    formatError,
    plugins: [nameRequest],
    verifier: identity.verifier,
    doors: identity.doors,
    metrics,
    wallets: app,
    payments: (server, forgeries) =>
      paymentRoutes(server, {
        app,
        forgeries,
        onError: (error) =>
          logger.warn({ err: error }, 'A stored notification of a payment waits for the next look'),
      }),
    stopping: ending,
    ...(post?.mailbox && { mailbox: post.mailbox }),
    ...(traces && { traces }),
    readiness: async () => ({
      database: (await reaches()) ? 'ok' : 'unreachable',
      engine: app.engine.isAccepting ? 'accepting' : 'busy',
      ...clockReadiness(clock.trust(), clock.skewMs()),
      ...paymentReadiness(app.payments),
    }),
    now: clock.now,
    newId,
    elapsed,
  });
}

function startJobs(
  config: Config,
  around: Surroundings,
  { database, app, post }: { readonly database: Database; readonly app: App; readonly post: Post | null },
  opened: Release[],
): void {
  const { newId, logger, metrics, elapsed } = around;
  const expiry = new ExpiryJob({
    app,
    intervalMs: config.expiryIntervalSeconds * 1_000,
    newRequestId: newId,
    onRun: ({ failures, ...run }) => {
      metrics.expiry.booked(run);
      if (run.credits > 0) logger.info(run, 'Expired credits were booked');
      for (const { walletId, error } of failures.slice(0, MOST_FAILURES_TOLD))
        logger.error({ err: error, walletId }, 'Expired credits of a wallet could not be booked');
    },
    onError: (error) => logger.warn({ err: error }, 'Expired credits could not be booked; the next run will'),
  });
  expiry.start();
  opened.push(() => expiry.stop());
  const files = new JobRunner({
    ...{ app, lookMs: FILES_LOOK_MS },
    onRows: (rows) => metrics.jobs.rows(rows),
    onError: (error) =>
      logger.warn({ err: error }, 'A part of a file could not be done; it will be tried again'),
  });
  files.start();
  opened.push(() => files.stop());
  const codes = new ShortCodeJob({
    ...{ app, pageMs: CODE_PAGE_MS, roundMs: CODE_ROUND_MS },
    onGiven: (given) => logger.info({ given }, 'Wallets from before there were codes were given theirs'),
    onError: (error) => logger.warn({ err: error }, 'Wallets could not be given codes; the next run will'),
  });
  codes.start();
  opened.push(() => codes.stop());
  if (config.audit.isNightly) {
    const audit = new NightlyAudit({
      ...{ app, database, elapsed, hour: config.audit.hour },
      onLook: (last) => metrics.audit.known(last),
      onRun: ({ findings, violations, ...run }) => {
        if (violations > 0) logger.error({ ...run, violations, findings }, 'The audit found what is wrong');
        else logger.info(run, 'The audit found nothing wrong');
      },
      onError: (error) =>
        logger.warn({ err: error }, 'The audit did not get through; it will be tried again'),
    });
    audit.start();
    opened.push(() => audit.stop());
  }
  if (post && app.gifts) {
    const gifts = new GiftPost({
      ...{ app, carrier: post.carrier, intervalMs: GIFTS_LOOK_MS },
      onSent: (sent) => logger.info({ sent }, 'Gifts were sent'),
      onError: (error) =>
        logger.warn({ code: codeOf(error) }, 'A gift could not be sent; it will be tried again'),
    });
    gifts.start();
    opened.push(() => gifts.stop());
  }
  if (!app.payments.provider) return;
  const topUps = new TopUpPoller({
    app,
    intervalMs: config.payments.pollIntervalMs,
    newRequestId: newId,
    onRun: ({ failures: _, ...run }) => {
      if (run.changed + run.resumed > 0) logger.info(run, 'Payments were settled without a notification');
    },
    onError: (error) => logger.warn({ err: error }, 'Payments could not be looked after; the next run will'),
  });
  topUps.start();
  opened.push(() => topUps.stop());
  const refunds = new RefundFinder({
    ...{ app, roundMs: config.payments.pollAfterMs, pageMs: REFUND_PAGE_MS, newRequestId: newId },
    onFound: (found) => {
      metrics.payments.refundsFound(found);
      logger.warn({ found }, 'Refunds were found that no notification had told of');
    },
    onError: (error) => logger.warn({ err: error }, 'Refunds could not be looked for; the next round will'),
  });
  refunds.start();
  opened.push(() => refunds.stop());
}

/** What a mail server says in full names whom the mail was for. */
function codeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

/** Where the server reaches itself: one that listens everywhere listens on this machine too. */
function ownUrl(host: string, port: number): string {
  const own = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${own.includes(':') ? `[${own}]` : own}:${port}`;
}

async function listen(server: FastifyInstance, { host, port }: Config['http']): Promise<number> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    const isTaken =
      typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    throw new StartProblem(
      `Port ${port} is taken by another program. Stop that one, or set PORT to another.`,
    );
  }
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** The last opened first, and all of them even if one fails. */
async function releaseAll(opened: readonly Release[]): Promise<void> {
  const failures: unknown[] = [];
  for (const release of [...opened].reverse()) {
    try {
      await release();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be closed.');
}
