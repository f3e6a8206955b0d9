import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';
import { callerRequestId } from './request-ids.ts';

/** Gives every answer its request id, and says of every request how it went: never what was in it. */
export function logRequests(app: FastifyInstance, metrics: Metrics, logger: Logger): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.request(route, reply.statusCode);
    if (logger.isLevelEnabled('info')) log(logger, request, reply, route);
    done();
  });
}

function log(logger: Logger, request: FastifyRequest, reply: FastifyReply, route: string): void {
  const { state, principal, refusedToken } = request;
  const { operationName = null, errorCodes = [] } = state?.trace ?? {};
  const theirs = callerRequestId(request.headers);
  logger.info({
    requestId: request.id,
    ...(theirs !== null && { callerRequestId: theirs }),
    method: request.method,
    route,
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    ...(principal && { subject: principal.subject, role: principal.role }),
    ...(principal?.paysFor !== undefined && { byLink: true }),
    ...(principal?.viewedBy && { viewedBy: principal.viewedBy.id }),
    ...(refusedToken !== null && { refusedToken }),
    ...(operationName !== null && { operation: operationName }),
    ...(errorCodes.length > 0 && { errors: errorCodes }),
  });
}
