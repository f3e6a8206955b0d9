import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { Instant } from '../domain/calendar.ts';

/** The keys of the external issuer could not be fetched, so nobody can be told apart for now. */
export class IssuerUnreachable extends Error {
  constructor(cause: unknown) {
    super('The keys of the token issuer cannot be fetched at the moment.', { cause });
    this.name = 'IssuerUnreachable';
  }
}

const RETRY_AFTER = 5_000;

/**
 * The published keys of an issuer elsewhere, kept for ten minutes. A key id that is not among them leads to one fetch in 30
 * seconds at most, and a failed fetch to a pause, so that made-up tokens cannot turn this server against the issuer.
 */
export function externalKeys(jwksUrl: string, now: () => Instant): JWTVerifyGetKey {
  const published = createRemoteJWKSet(new URL(jwksUrl), {
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
    timeoutDuration: 5_000,
  });
  let failure: { readonly at: Instant; readonly error: IssuerUnreachable } | null = null;
  return async (header, token) => {
    if (failure && now() - failure.at < RETRY_AFTER) throw failure.error;
    try {
      return await published(header, token);
    } catch (error) {
      if (isAboutTheKey(error)) throw error;
      failure = { at: now(), error: new IssuerUnreachable(error) };
      throw failure.error;
    }
  };
}

function isAboutTheKey(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
