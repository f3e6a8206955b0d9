import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem, type HttpProblem } from '../errors.ts';

/** Refuses what cannot be read as it is meant, before anything of it is read, with the status that says why. */
export function refuseUnreadable(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const allowed = request.is404 ? otherMethods(app, request) : [];
    const problem = methodProblem(request, allowed) ?? hostProblem(request) ?? encodingProblem(request);
    if (!problem) return done();
    if (allowed.length > 0) void reply.header('allow', allowed.join(', '));
    void sendProblem(request, reply, problem);
  });
}

const METHODS = ['GET', 'POST'] as const;

function otherMethods(app: FastifyInstance, { url, method }: FastifyRequest): string[] {
  const path = url.split('?')[0] ?? '';
  return METHODS.filter((other) => other !== method && app.hasRoute({ url: path, method: other }));
}

function methodProblem({ method }: FastifyRequest, allowed: readonly string[]): HttpProblem | null {
  if (allowed.length === 0) return null;
  return { status: 405, code: 'BAD_USER_INPUT', message: `Not ${method}: send ${allowed.join(' or ')}.` };
}

/** A name or an address, and a port. */
const HOST = /^(\[[\da-f:.]+\]|[^\s/?#@\\:[\]]+)(:\d{1,5})?$/i;

/** Nearly all callers name the same one. */
let lastGood: string | null = null;

/** As the proxies in front tell it, where there are any. Callers of the old HTTP need not, as long as no address is made of it. */
function hostProblem({ host, headers, routeOptions }: FastifyRequest): HttpProblem | null {
  if (host === lastGood) return null;
  if (HOST.test(host) && URL.canParse(`http://${host}/`)) {
    lastGood = host;
    return null;
  }
  if (headers.host === undefined && host === '' && routeOptions.url !== '/graphql') return null;
  return { status: 400, code: 'BAD_USER_INPUT', message: 'The Host header names no host.' };
}

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;
const READABLE_CHARSETS = new Set(['utf-8', 'utf8', 'us-ascii']);

function encodingProblem({ headers }: FastifyRequest): HttpProblem | null {
  if (headers['content-type'] === 'application/json' && !('content-encoding' in headers)) return null;
  const encoding = headers['content-encoding'] ?? 'identity';
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (encoding.toLowerCase() !== 'identity')
    return unsupported('Send the body as it is, without a Content-Encoding.');
  return READABLE_CHARSETS.has(charset.toLowerCase()) ? null : unsupported('Send the body in UTF-8.');
}

function unsupported(message: string): HttpProblem {
  return { status: 415, code: 'BAD_USER_INPUT', message };
}
