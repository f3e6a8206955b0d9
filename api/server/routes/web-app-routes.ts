import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addVary } from '../compression.ts';
import { sendProblem } from '../errors.ts';

const NOT_BUILT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Early Bird Wallet</title></head>
<body><h1>The server runs, the web app is not built</h1>
<p>Build it with <code>npm run build:client</code> and start the server again. The API at <code>/graphql</code> works without it.</p>
</body></html>
`;

/** The web app at every address that is nothing else; the app itself knows its screens. */
export async function webAppRoutes(
  app: FastifyInstance,
  options: { readonly directory: string },
): Promise<void> {
  const { directory } = options;
  const isBuilt = existsSync(join(directory, 'index.html'));
  app.addHook('onSend', async (_request, reply) => addVary(reply));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: directory,
      cacheControl: false,
      // The build has left each file a second and a third time, as small as it can be.
      preCompressed: true,
      setHeaders: (response, path) => void response.setHeader('cache-control', cachingOf(path)),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request)) {
      const message = 'There is nothing at this address.';
      return sendProblem(request, reply, { status: 404, code: 'NOT_FOUND', message });
    }
    if (isBuilt) return reply.sendFile('index.html');
    return reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT);
  });
}

/** Files whose name holds a hash of their content never change; all others are asked for again each time. */
function cachingOf(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? '';
  const isOurs =
    /^\/(graphql|auth|playground|metrics|healthz|readyz|vitals|webhooks|mock-payments)(\/|$)/.test(path);
  // In the console an id may end like the name of a file.
  const isFile = /\.\w+$/.test(path) && !path.startsWith('/admin/');
  return method === 'GET' && !isOurs && !isFile && (headers.accept ?? '').includes('text/html');
}
