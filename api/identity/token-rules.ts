import { decodeProtectedHeader, type JWTPayload } from 'jose';
import { ROLES, type Principal, type PrincipalRole } from './principal.ts';

/** What a token has to look like, whoever issued it (RFC 8725, RFC 9068). */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** Exactly one: the token never chooses how it is verified. */
  readonly algorithm: string;
  readonly type: string;
  readonly roleClaim: string;
  readonly subjectClaim: string;
  readonly maxLifetimeSeconds: number;
  /** An external issuer may name other audiences beside ours. */
  readonly mayNameOthers: boolean;
}

export const LEEWAY_SECONDS = 30;
export const MAX_TOKEN_BYTES = 4_096;

const SUBJECT = /^[\w.:@|+/-]{1,128}$/;
/** Each would let a token bring or point to its own key, or ask for a treatment we do not know. */
const REFUSED_HEADERS = ['crit', 'jku', 'jwk', 'x5u', 'x5c', 'zip', 'b64'];

/** Why the outside of a token is unacceptable; null if it is worth verifying. Looks at nothing that is signed. */
export function headerProblem(token: string, rules: TokenRules): string | null {
  if (token.length > MAX_TOKEN_BYTES) return 'it is too long';
  const header = headerOf(token);
  if (!header) return 'it is malformed';
  if (header['alg'] !== rules.algorithm) return 'its algorithm is not the accepted one';
  if (header['typ'] !== rules.type) return 'it is not an access token';
  if (typeof header['kid'] !== 'string' || header['kid'].length > 256) return 'it names no key';
  return REFUSED_HEADERS.some((name) => name in header) ? 'its header asks for a special treatment' : null;
}

/** Whom verified claims speak for, or why they are unacceptable all the same. */
export function principalOf(claims: JWTPayload, rules: TokenRules): Principal | string {
  const { exp, iat, jti, aud, name, ver, sid, gen } = claims;
  const sub = claims[rules.subjectClaim];
  const role = claims[rules.roleClaim];
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) return 'its subject is missing';
  if (!isRole(role)) return 'its role is unknown';
  if (typeof jti !== 'string' || jti === '' || jti.length > 256) return 'it has no id';
  if (typeof exp !== 'number' || typeof iat !== 'number') return 'its lifetime is missing';
  if (!(exp > iat && exp - iat <= rules.maxLifetimeSeconds)) return 'it lives too long';
  if (!rules.mayNameOthers && typeof aud !== 'string') return 'it is meant for several';
  return {
    subject: sub,
    role,
    name: typeof name === 'string' ? name.slice(0, 200) : sub,
    tokenId: jti,
    expiresAt: exp * 1_000,
    sessionVersion: typeof ver === 'number' ? ver : null,
    session: typeof sid === 'string' && typeof gen === 'number' ? { id: sid, generation: gen } : null,
  };
}

function headerOf(token: string): Record<string, unknown> | null {
  try {
    return token.split('.').length === 3 ? { ...decodeProtectedHeader(token) } : null;
  } catch {
    return null;
  }
}

function isRole(value: unknown): value is PrincipalRole {
  return ROLES.some((role) => role === value);
}
