import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Instant } from '../../domain/calendar.ts';
import type { IdentityObserver } from '../../identity/observer.ts';
import type { EngineObserver } from '../../ledger/observer.ts';
import type { MailOutcome } from '../../mail/mail.ts';
import { jobMetrics, type JobMetrics } from './job-metrics.ts';
import { operationLabel } from './operation-labels.ts';
import { paymentMetrics, type PaymentMetrics } from './payment-metrics.ts';
import { webMetrics, type WebReport } from './web-metrics.ts';

/** What the server tells Prometheus about itself. */
export interface Metrics {
  readonly engine: EngineObserver;
  readonly expiry: ExpiryObserver;
  /** From where to read how far the clock of this machine is ahead of the database's, in seconds. */
  clockSkew(read: () => number): void;
  readonly audit: AuditObserver;
  readonly payments: PaymentMetrics;
  readonly jobs: JobMetrics;
  readonly identity: IdentityObserver;
  /** What became of a mail. */
  mail(outcome: MailOutcome): void;
  /** An operation was answered after so many seconds, with the codes of its errors. */
  operation(call: OperationCall): void;
  /** An HTTP request was answered. */
  request(route: string, status: number): void;
  /** A browser says how the web app does. */
  web(report: WebReport): void;
  /** A connection was closed because there were too many. */
  readonly connectionRefused: () => void;
  print(): Promise<string>;
}

export interface OperationCall {
  /** Null for an operation that has none, or that was refused before its name was known. */
  readonly name: string | null;
  readonly seconds: number;
  readonly errorCodes: readonly string[];
}

export interface ExpiryObserver {
  /** The job ran; it booked so many credits, the oldest of them due since so many seconds, and fails on so many wallets. */
  booked(run: { readonly credits: number; readonly lagSeconds: number; readonly failing: number }): void;
}

export interface AuditObserver {
  /** What the last audit found, whichever process ran it. */
  known(run: { readonly finishedAt: Instant; readonly violations: number }): void;
}

const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface MetricsOptions {
  /** Memory, garbage collection and event loop of the process; once per process. */
  readonly withProcess: boolean;
}

export function createMetrics({ withProcess }: MetricsOptions): Metrics {
  const registry = new Registry();
  if (withProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const calls = new Counter({
    name: 'graphql_operations_total',
    help: 'GraphQL operations that were answered.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const errors = new Counter({
    name: 'graphql_errors_total',
    help: 'Errors in answers to GraphQL operations. Refusals by a rule are no errors.',
    labelNames: ['operation', 'code'],
    registers,
  });
  const durations = new Histogram({
    name: 'graphql_operation_duration_seconds',
    help: 'How long GraphQL operations took.',
    labelNames: ['operation'],
    buckets: FAST,
    registers,
  });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'HTTP requests that were answered.',
    labelNames: ['route', 'status'],
    registers,
  });
  const refused = new Counter({
    name: 'http_connections_refused_total',
    help: 'Connections closed at once because there were too many, in all or of one address.',
    registers,
  });
  const mails = new Counter({
    name: 'mails_total',
    help: 'Mails, by what became of them. DROPPED: too many were waiting.',
    labelNames: ['outcome'],
    registers,
  });
  return {
    engine: engineMetrics(registers),
    expiry: expiryMetrics(registers),
    clockSkew: clockMetric(registers),
    audit: auditMetrics(registers),
    payments: paymentMetrics(registers),
    jobs: jobMetrics(registers),
    identity: identityMetrics(registers),
    mail: (outcome) => mails.inc({ outcome }),
    operation({ name, seconds, errorCodes }) {
      const operation = operationLabel(name);
      calls.inc({ operation, outcome: errorCodes.length === 0 ? 'ok' : 'error' });
      durations.observe({ operation }, seconds);
      for (const code of errorCodes) errors.inc({ operation, code });
    },
    request: (route, status) => requests.inc({ route, status: String(status) }),
    web: webMetrics(registers),
    connectionRefused: () => refused.inc(),
    print: () => registry.metrics(),
  };
}

function engineMetrics(registers: Registry[]): EngineObserver {
  const queue = new Gauge({
    name: 'engine_queue_length',
    help: 'Commands that wait for a batch.',
    registers,
  });
  const sizes = new Histogram({
    name: 'engine_batch_size',
    help: 'Commands that shared one database transaction.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers,
  });
  const commits = new Histogram({
    name: 'engine_commit_duration_seconds',
    help: 'From reading what a batch names to its known commit, retries included.',
    buckets: FAST,
    registers,
  });
  const retries = new Counter({
    name: 'engine_retries_total',
    help: 'Batches that were decided again, by reason.',
    labelNames: ['reason'],
    registers,
  });
  return {
    queued: (length) => queue.set(length),
    committed({ commands, milliseconds }) {
      sizes.observe(commands);
      commits.observe(milliseconds / 1_000);
    },
    retried: (reason) => retries.inc({ reason }),
  };
}

function clockMetric(registers: Registry[]): Metrics['clockSkew'] {
  let skewSeconds: () => number = () => 0;
  new Gauge({
    name: 'clock_skew_seconds',
    help: 'How far the clock of this machine is ahead of the clock of the database.',
    registers,
    collect() {
      this.set(skewSeconds());
    },
  });
  return (read) => (skewSeconds = read);
}

function expiryMetrics(registers: Registry[]): ExpiryObserver {
  const credits = new Counter({
    name: 'expiry_credits_total',
    help: 'Credits booked as expired by the job.',
    registers,
  });
  const lag = new Gauge({
    name: 'expiry_lag_seconds',
    help: 'How long the oldest credit had been due when the job last looked; 0 when none was.',
    registers,
  });
  const failing = new Gauge({
    name: 'expiry_failing_wallets',
    help: 'Wallets on which expired credits could not be booked when that was last tried.',
    registers,
  });
  return {
    booked(run) {
      failing.set(run.failing);
      credits.inc(run.credits);
      lag.set(run.lagSeconds);
    },
  };
}

function identityMetrics(registers: Registry[]): IdentityObserver {
  const signIns = new Counter({
    name: 'sign_ins_total',
    help: 'Attempts to sign in, by what came of them.',
    labelNames: ['outcome'],
    registers,
  });
  const ended = new Counter({
    name: 'sessions_ended_total',
    help: 'Sessions that were ended before their time. REUSED: an old refresh token was used again, perhaps by a thief.',
    labelNames: ['because'],
    registers,
  });
  return {
    signIn: (outcome) => signIns.inc({ outcome }),
    ended: (_session, because) => ended.inc({ because }),
  };
}

function auditMetrics(registers: Registry[]): AuditObserver {
  const violations = new Gauge({
    name: 'audit_violations',
    help: 'How often an invariant did not hold in the last audit; 0 when all is well.',
    registers,
  });
  const finished = new Gauge({
    name: 'audit_finished_timestamp_seconds',
    help: 'When the last audit was through; 0 before the first.',
    registers,
  });
  return {
    known(run) {
      violations.set(run.violations);
      finished.set(run.finishedAt / 1_000);
    },
  };
}
