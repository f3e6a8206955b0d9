import type { ApolloServer, BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseBadToken } from '../authenticate.ts';
import { bodyLimits } from '../limits/body-limits.ts';
import { withRequest, type RequestInfo, type RequestState } from '../request-info.ts';

export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer;
  readonly buildContext: (request: RequestInfo) => BaseContext;
  readonly bodyLimit: number;
  readonly elapsed: () => number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What is found out about a GraphQL request on its way. */
    trace: RequestState['trace'] | null;
  }
}

/** `POST /graphql`, and `GET` for queries under Apollo's rules against requests from other sites. */
export function graphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const { apollo, buildContext, bodyLimit, elapsed } = options;
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    ...bodyLimits(bodyLimit),
    helmet: false,
    handler: fastifyApolloHandler(apollo, {
      context: async (request: FastifyRequest) => {
        refuseBadToken(request);
        const state = requestState(request, elapsed());
        request.trace = state.trace;
        return withRequest(buildContext(state.info), state);
      },
    }),
  });
}

function requestState(request: FastifyRequest, startedAt: number): RequestState {
  // Most operations end in time and nobody listens, so the controller is made only when asked for.
  let controller: AbortController | undefined;
  const info: RequestInfo = {
    requestId: request.id,
    principal: request.principal,
    address: request.ip,
    clientName: headerOf(request, 'apollographql-client-name'),
    clientVersion: headerOf(request, 'apollographql-client-version'),
    get signal() {
      controller ??= new AbortController();
      return controller.signal;
    },
  };
  return {
    info,
    trace: { operationName: null, errorCodes: [] },
    startedAt,
    abort: () => controller?.abort(),
  };
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && /^[\w .:/+-]{1,64}$/.test(value) ? value : null;
}
