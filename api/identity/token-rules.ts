import { decodeProtectedHeader, type JWTPayload } from 'jose';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import { ROLES, type Looker, type Principal, type PrincipalRole } from './principal.ts';

/** What tokens of ours call themselves. */
export const TOKEN_TYPES = { access: 'at+jwt', view: 'view+jwt', pay: 'pay+jwt' } as const;

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
  /** Whether it lets somebody of the shop look as a customer, and says who. */
  readonly isView?: true;
  /** Whether it is good for one checkout alone, and says for which. */
  readonly isPay?: true;
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
  const viewedBy = rules.isView ? lookerIn(claims['act']) : undefined;
  if (
    rules.isView &&
    (!viewedBy || role !== 'CUSTOMER' || typeof sid !== 'string' || typeof ver !== 'number')
  )
    return 'it does not say who looks';
  const paysFor = rules.isPay ? checkoutIn(claims['chk'], sub) : undefined;
  if (rules.isPay && (paysFor === undefined || role !== 'CUSTOMER')) return 'it does not say what it pays';
  return {
    subject: sub,
    role,
    name: typeof name === 'string' ? name.slice(0, 200) : sub,
    tokenId: jti,
    expiresAt: exp * 1_000,
    sessionVersion: typeof ver === 'number' ? ver : null,
    session: typeof sid === 'string' && typeof gen === 'number' ? { id: sid, generation: gen } : null,
    ...(viewedBy && { viewedBy }),
    ...(paysFor !== undefined && { paysFor }),
  };
}

/** A checkout is named after the wallet that it belongs to. */
function checkoutIn(claim: unknown, subject: string): string | undefined {
  return typeof claim === 'string' && claim.length <= 256 && walletIdOf(claim) === subject
    ? claim
    : undefined;
}

function lookerIn(claim: unknown): Looker | undefined {
  const { sub, role } = (claim ?? {}) as { readonly sub?: unknown; readonly role?: unknown };
  const isLooker = typeof sub === 'string' && SUBJECT.test(sub) && (role === 'STAFF' || role === 'ADMIN');
  return isLooker ? { id: sub, role } : undefined;
}

/** What a token calls itself; null for what is none. Nothing of it is believed by that. */
export function typeOf(token: string): unknown {
  return token.length > MAX_TOKEN_BYTES ? null : headerOf(token)?.['typ'];
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
