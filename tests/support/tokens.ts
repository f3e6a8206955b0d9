import { SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { SigningKeys } from '../../api/identity/signing-keys.ts';

export interface Forgery {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  /** Claims that are left out. */
  readonly without?: readonly string[];
  readonly key?: CryptoKey | Uint8Array;
}

export const ISSUER = 'early-bird-wallet';
export const AUDIENCE = 'early-bird-wallet-api';

/** A token like one of this server's, except for what is said to differ. */
export async function forge(keys: SigningKeys, now: number, forgery: Forgery = {}): Promise<string> {
  const { kid, key } = keys.signing;
  const issuedAt = Math.floor(now / 1_000);
  const claims: JWTPayload = {
    sub: 'cus_asha',
    role: 'CUSTOMER',
    name: 'Asha',
    iss: ISSUER,
    aud: AUDIENCE,
    iat: issuedAt,
    exp: issuedAt + 600,
    jti: 'token-1',
    ...forgery.claims,
  };
  const kept = Object.entries(claims).filter(([name]) => !forgery.without?.includes(name));
  const header = { alg: 'EdDSA', typ: 'at+jwt', kid, ...forgery.header };
  return new SignJWT(Object.fromEntries(kept)).setProtectedHeader(header).sign(forgery.key ?? key);
}

/** A token put together by hand, for what no library would sign. */
export function handMade(header: object, claims: object, signature = ''): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode(header)}.${encode(claims)}.${signature}`;
}
