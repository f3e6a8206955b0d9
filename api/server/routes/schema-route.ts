import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../errors.ts';

/** `GET /schema.graphql`: the contract for those who build on it; where introspection is off, for signed-in callers. */
export function schemaRoute(
  app: FastifyInstance,
  options: { readonly sdl: () => string; readonly isOpen: boolean },
): void {
  const { isOpen } = options;
  let sdl: string | undefined;
  app.get('/schema.graphql', (request, reply) => {
    if (!isOpen && request.principal === null) {
      const message = 'Sign in to read the schema.';
      return sendProblem(request, reply, { status: 401, code: 'UNAUTHENTICATED', message });
    }
    sdl ??= options.sdl();
    return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(sdl);
  });
}
