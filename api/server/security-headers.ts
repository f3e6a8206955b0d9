import helmet from '@fastify/helmet';
import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import type { InlineSources } from './page-policy.ts';

const NONE: InlineSources = { scripts: [], styles: [] };

/** What browsers are told: run nothing but our own files and texts, show us in no frame, guess no content types. */
export async function securityHeaders(
  app: FastifyInstance,
  isProduction: boolean,
  inline: InlineSources = NONE,
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inline.scripts],
        styleSrc: ["'self'", ...inline.styles],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Only a site that is served over TLS may promise to be.
    strictTransportSecurity: isProduction ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
}

/**
 * The same for answers that are data and never a page: fewer headers, and all of them fixed. Working them out anew takes a tenth of
 * the time of a small query, so the busiest route switches helmet off and has only these.
 */
export function dataHeaders(isProduction: boolean): onRequestHookHandler {
  const headers = {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isProduction && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
  return (_request, reply, done) => {
    void reply.headers(headers);
    done();
  };
}
