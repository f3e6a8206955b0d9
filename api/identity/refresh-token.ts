import { createHash, randomBytes } from 'node:crypto';

/** What the cookie holds: which session, and a secret that is good for one use. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly secret: string;
}

const FORMAT = /^([\w-]{22})\.([\w-]{43})$/;

export function newSessionId(): string {
  return randomBytes(16).toString('base64url');
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function printRefreshToken({ sessionId, secret }: RefreshToken): string {
  return `${sessionId}.${secret}`;
}

/** Null for anything this server did not hand out. */
export function parseRefreshToken(text: string | undefined): RefreshToken | null {
  const [, sessionId, secret] = FORMAT.exec(text ?? '') ?? [];
  return sessionId !== undefined && secret !== undefined ? { sessionId, secret } : null;
}

/** Only this is stored. The secret is random and long, so a fast hash is as good as a slow one. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
