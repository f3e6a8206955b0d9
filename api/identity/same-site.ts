import type { FastifyRequest } from 'fastify';

/**
 * Why a request that rides on a cookie may come from another site's page; null if it cannot. The cookie is SameSite=Strict
 * already; this also holds where a browser is old or two sites share a domain.
 */
export function crossSiteProblem(request: FastifyRequest, allowedOrigins: readonly string[]): string | null {
  const { origin, 'sec-fetch-site': site, 'content-type': type } = request.headers;
  // A form can be sent to any site, but none can send JSON.
  if (type !== undefined && !/^application\/json\b/i.test(type)) return 'Send JSON.';
  if (origin !== undefined) {
    const isAllowed = allowedOrigins.includes(origin) || hostOf(origin) === request.host;
    return isAllowed ? null : 'This page may not sign anybody in.';
  }
  return site === 'cross-site' ? 'This page may not sign anybody in.' : null;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
