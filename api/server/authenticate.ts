import { GraphQLError } from 'graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askerOf, type Principal } from '../identity/principal.ts';
import type { TokenVerifier } from '../identity/verify-token.ts';
import { sendProblem, tooManyRequests } from './errors.ts';
import type { RateLimits } from './limits/rate-limits.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the bearer token speaks for; null without one or with one that is not accepted. */
    principal: Principal | null;
    /** Why the bearer token was not accepted. */
    refusedToken: string | null;
  }
}

/** Finds out who calls, by nothing but the bearer token. Cheap for a token that was seen before. */
export function authenticate(verifier: TokenVerifier) {
  return async (request: FastifyRequest): Promise<void> => {
    const { authorization } = request.headers;
    if (authorization === undefined) return;
    const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    if (token === undefined) {
      request.refusedToken = 'it is no bearer token';
      return;
    }
    const verification = await verifier.verify(token, request.id);
    if ('principal' in verification) request.principal = verification.principal;
    else request.refusedToken = verification.refused;
  };
}

/** Counts the request before anything of it is read. */
export function limitRequests(limits: RateLimits) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (request.routeOptions.config.isCountedLater) return undefined;
    const seconds = await limits.request(request.ip, request.principal && askerOf(request.principal));
    return seconds === null ? undefined : sendProblem(request, reply, tooManyRequests(seconds));
  };
}

/** A token that is not accepted is an error, even where none would be needed: its sender believes to be somebody. */
export function refuseBadToken(request: FastifyRequest): void {
  if (request.refusedToken === null) return;
  throw new GraphQLError(`The access token is not accepted: ${request.refusedToken}. Sign in again.`, {
    extensions: { code: 'UNAUTHENTICATED', requestId: request.id, http: { status: 401 } },
  });
}
