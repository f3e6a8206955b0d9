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
    const isAllowed = allowedOrigins.includes(origin) || isHost(origin, request.host);
    return isAllowed ? null : 'This page may not sign anybody in.';
  }
  return site === 'cross-site' ? 'This page may not sign anybody in.' : null;
}

/** Whether a page was served by this host; a port that goes without saying may be said or not. */
function isHost(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: ofPage } = new URL(origin);
  const own = `${protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === ofPage;
}
