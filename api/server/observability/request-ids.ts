import type { IncomingHttpHeaders } from 'node:http';

const LONGEST = 64;

/**
 * What the caller calls this request, for the log: without signs that do not belong in one, and cut. It stands beside our own id
 * and never in its place, because two requests can bear the same one, and what is named by it would be anybody's to choose.
 */
export function callerRequestId({ 'x-request-id': given }: IncomingHttpHeaders): string | null {
  // An address names a person and no request, and without its sign nobody would know it for one.
  if (typeof given !== 'string' || given.includes('@')) return null;
  return given.replaceAll(/[^\w.:/+-]/g, '').slice(0, LONGEST) || null;
}
