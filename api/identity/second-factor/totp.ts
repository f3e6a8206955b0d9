import { Secret, TOTP } from 'otpauth';
import type { Instant } from '../../domain/calendar.ts';

/** What every authenticator app knows (RFC 6238): six digits of SHA-1, new each half minute. */
const TERMS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** A clock may be a step behind or ahead, and a code may be typed as its step ends. */
const WINDOW = 1;

/** A fresh secret, as it is typed into an app. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an app reads from a QR code. */
export function totpAddress(secret: string, of: { readonly issuer: string; readonly label: string }): string {
  return totpOf(secret, of).toString();
}

/** The step of time whose code this is; null when it is of none that is near. */
export function stepOfCode(code: string, secret: string, now: Instant): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / (TERMS.period * 1_000)) + delta;
}

function totpOf(secret: string, of: { readonly issuer?: string; readonly label?: string } = {}): TOTP {
  return new TOTP({ ...TERMS, ...of, secret: Secret.fromBase32(secret) });
}
