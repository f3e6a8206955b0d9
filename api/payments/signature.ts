import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 of the exact bytes, in hexadecimal. */
export function signatureOf(body: Uint8Array, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/**
 * Whether the bytes were signed with any of the secrets: several hold while they are rotated. Compares in a time that says
 * nothing about how much of a signature was right.
 */
export function isSigned(body: Uint8Array, signature: unknown, secrets: readonly string[]): boolean {
  if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/.test(signature)) return false;
  const given = Buffer.from(signature, 'hex');
  const matches = secrets.map((secret) =>
    timingSafeEqual(given, Buffer.from(signatureOf(body, secret), 'hex')),
  );
  return matches.includes(true);
}
