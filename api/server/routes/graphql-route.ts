import { networkOf } from '../../identity/network-of.ts';
import type { ApolloServer, BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseBadToken } from '../authenticate.ts';
import type { FastPath } from '../fast-path/fast-path.ts';
import type { Principal } from '../../identity/principal.ts';
import { bodyLimits } from '../limits/body-limits.ts';
import { RequestState, withRequest, type RequestInfo } from '../request-info.ts';

export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer;
  readonly fastPath: FastPath;
  readonly contextOf: ContextOf;
  readonly bodyLimit: number;
}

export type ContextOf = (request: FastifyRequest) => BaseContext;

declare module 'fastify' {
  interface FastifyRequest {
    /** A GraphQL request on its way; null before it is understood and for any other. */
    state: RequestState | null;
  }
}

/** Makes the context of each request, with what is found out about the request on its way. */
export function contexts(
  buildContext: (request: RequestInfo) => BaseContext,
  elapsed: () => number,
): ContextOf {
  return (request) => {
    request.state ??= stateOf(request, elapsed);
    return withRequest(buildContext(request.state), request.state);
  };
}

/** `POST /graphql`, and `GET` for queries under Apollo's rules against requests from other sites. */
export function graphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const { apollo, fastPath, contextOf, bodyLimit } = options;
  const askApollo = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest) => {
      refuseBadToken(request);
      return contextOf(request);
    },
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    ...bodyLimits(bodyLimit),
    helmet: false,
    async handler(request, reply) {
      const body = await fastPath.answer(request, reply, () => contextOf(request));
      if (body !== null) return body;
      const answer: unknown = await askApollo.call(this, request, reply);
      fastPath.learn(request, reply);
      return answer;
    },
  });
}

function stateOf(request: FastifyRequest, elapsed: () => number): RequestState {
  const facts = {
    requestId: request.id,
    principal: request.principal,
    clientName: headerOf(request, 'apollographql-client-name'),
    asksForCost: request.headers['x-query-cost'] !== undefined && isStaff(request.principal),
    network: networkOf(request.ip),
    isGone: () => request.raw.socket.destroyed,
  };
  return new RequestState(facts, elapsed);
}

function isStaff(principal: Principal | null): boolean {
  return principal !== null && principal.role !== 'CUSTOMER';
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && /^[\w .:/+-]{1,64}$/.test(value) ? value : null;
}
