import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { IssuerUnreachable } from '../identity/external-keys.ts';
import { isUnreachable } from '../persistence/transaction.ts';

/** What is wrong, for whoever sent the request. */
export interface HttpProblem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

/** Answers in the shape the caller expects: GraphQL's at `/graphql`, `{ error }` everywhere else. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: HttpProblem,
): FastifyReply {
  const { status, code, message, retryAfterSeconds } = problem;
  const details = { code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  const isGraphql = request.url.split('?')[0] === '/graphql';
  return reply
    .code(status)
    .send(
      isGraphql
        ? { errors: [{ message, extensions: { ...details, requestId: request.id } }] }
        : { error: { ...details, message, requestId: request.id } },
    );
}

/** Turns whatever fails outside of GraphQL into an answer that says what to do and nothing about the inside. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status === 500)
      app.log.error({ err: error, requestId: request.id }, 'A request failed unexpectedly');
    return sendProblem(request, reply, problem);
  });
}

export function tooManyRequests(retryAfterSeconds: number): HttpProblem {
  const message = `Too many requests. Try again in ${retryAfterSeconds} seconds.`;
  return { status: 429, code: 'RATE_LIMITED', message, retryAfterSeconds };
}

function problemOf(error: FastifyError): HttpProblem {
  if (isUnreachable(error)) {
    const message = 'The database cannot be reached at the moment. Try again in a while.';
    return { status: 503, code: 'TRY_AGAIN', message, retryAfterSeconds: 5 };
  }
  if (error instanceof IssuerUnreachable) {
    return { status: 503, code: 'TRY_AGAIN', message: error.message, retryAfterSeconds: 5 };
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return { status, code: 'BAD_USER_INPUT', message: wording(error) };
  const message = 'Something went wrong on our side. Try again; if it happens again, tell us the request id.';
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message };
}

function wording(error: FastifyError): string {
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return 'The body is not valid JSON.';
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return 'The body is empty, but JSON was announced.';
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return 'Send JSON, with the header "content-type: application/json".';
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return 'The body is too large.';
    case 'FST_ERR_VALIDATION':
      return `The request does not have the expected form: ${error.message}.`;
    default:
      return 'The request makes no sense.';
  }
}
