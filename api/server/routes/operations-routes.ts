import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../errors.ts';
import type { Metrics } from '../observability/metrics.ts';

/** What stands between the server and useful work. */
export interface Readiness {
  readonly database: 'ok' | 'unreachable';
  readonly engine: 'accepting' | 'busy';
  /** Too wrong for booking expiries, or for writing at all. */
  readonly clock: 'ok' | 'unsure' | 'wrong';
  /** Whether the payment provider answers; left out where no payments are taken. Nothing else waits for it, so it decides nothing. */
  readonly payments?: 'ok' | 'failing';
  /** What is wrong with the clock, in a sentence. */
  readonly why?: string;
}

export interface OperationsRoutesOptions {
  readonly readiness: () => Promise<Readiness>;
  /** A server that stops still works for a while, but shall be sent nobody any more. */
  readonly isStopping: () => boolean;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
  readonly isProduction: boolean;
}

/** What operators and their tools ask: does it live, can it work, how is it doing. */
export function operationsRoutes(app: FastifyInstance, options: OperationsRoutesOptions): void {
  const { readiness, isStopping, metrics, metricsToken, isProduction } = options;

  app.get('/healthz', () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    const report = await readiness();
    const canWork = report.database === 'ok' && report.engine === 'accepting' && report.clock !== 'wrong';
    const status = isStopping() ? 'stopping' : canWork ? 'ready' : 'not ready';
    return reply
      .code(status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status, ...report });
  });

  if (isProduction && metricsToken === null) return;
  app.get('/metrics', async (request, reply) => {
    if (metricsToken !== null && !isEqual(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) {
      const message = 'Metrics need the bearer token of METRICS_TOKEN.';
      return sendProblem(request, reply, { status: 401, code: 'UNAUTHENTICATED', message });
    }
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.print());
  });
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
