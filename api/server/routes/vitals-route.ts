import type { FastifyInstance } from 'fastify';
import { sendProblem, tooManyRequests } from '../errors.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import type { Metrics } from '../observability/metrics.ts';
import { FAILURES, SCREENS, TIMES, type WebReport } from '../observability/web-metrics.ts';

export interface VitalsRouteOptions {
  readonly rateLimits: RateLimits;
  readonly metrics: Metrics;
}

/** Ten minutes: nobody waited longer for a page. */
const LONGEST_MS = 600_000;
const MOST_FAILURES = 5;

/** Lists of names only, so that a report can hold nothing about anybody and adds no label. */
const report = {
  type: 'object',
  additionalProperties: false,
  required: ['screen'],
  properties: {
    screen: { enum: SCREENS },
    vitals: {
      type: 'object',
      additionalProperties: false,
      properties: {
        ...Object.fromEntries(
          TIMES.map((name) => [name, { type: 'number', minimum: 0, maximum: LONGEST_MS }]),
        ),
        CLS: { type: 'number', minimum: 0, maximum: 100 },
      },
    },
    failures: { type: 'array', maxItems: MOST_FAILURES, items: { enum: FAILURES } },
  },
} as const;

/**
 * `POST /vitals`: how the web app does in browsers. It asks nobody who they are, takes little, and is counted by address before it is
 * read. What broke is logged under the id of the request, which the browser shows.
 */
export function vitalsRoute(app: FastifyInstance, { rateLimits, metrics }: VitalsRouteOptions): void {
  app.post<{ Body: WebReport }>(
    '/vitals',
    {
      bodyLimit: 1_024,
      schema: { body: report },
      onRequest: async (request, reply) => {
        const seconds = await rateLimits.vitals(request.ip);
        if (seconds !== null) return sendProblem(request, reply, tooManyRequests(seconds));
        return undefined;
      },
    },
    async (request, reply) => {
      const { screen, failures = [] } = request.body;
      metrics.web(request.body);
      if (failures.length > 0) app.log.warn({ requestId: request.id, screen, failures }, 'The web app broke');
      return reply.code(204).header('cache-control', 'no-store').send();
    },
  );
}
