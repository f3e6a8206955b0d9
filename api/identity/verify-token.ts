import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Instant } from '../domain/calendar.ts';
import { ExternalKeys, IssuerUnreachable } from './external-keys.ts';
import { OWN_ALGORITHM } from './key-file.ts';
import type { Principal } from './principal.ts';
import type { SigningKeys } from './signing-keys.ts';
import {
  headerProblem,
  LEEWAY_SECONDS,
  principalOf,
  TOKEN_TYPES,
  typeOf,
  type TokenRules,
} from './token-rules.ts';
import { VerifiedTokens } from './verified-tokens.ts';

export type Verification = { readonly principal: Principal } | { readonly refused: string };

export interface TokenVerifier {
  /**
   * Throws only `IssuerUnreachable`; everything about the token itself is an answer. The request is named where something is
   * recorded of it.
   */
  verify(token: string, requestId?: string): Promise<Verification>;
}

export interface ExternalIssuer {
  readonly jwksUrl: string;
  readonly algorithm: string;
  readonly type: string;
  readonly roleClaim: string;
  readonly subjectClaim: string;
  readonly maxLifetimeSeconds: number;
}

export interface VerifierParts {
  readonly issuer: string;
  readonly audience: string;
  readonly now: () => Instant;
  /** Whether the sessions of a token's account were ended since it was issued. */
  readonly isEnded?: (principal: Principal) => boolean;
  /** Told of each token when it is first used. */
  readonly onFirstUse?: (principal: Principal) => void;
}

/** Accepts the tokens this server issues. */
export function ownTokenVerifier(keys: SigningKeys, parts: VerifierParts): TokenVerifier {
  const rules: TokenRules = {
    issuer: parts.issuer,
    audience: parts.audience,
    algorithm: OWN_ALGORITHM,
    type: TOKEN_TYPES.access,
    roleClaim: 'role',
    subjectClaim: 'sub',
    maxLifetimeSeconds: 900,
    mayNameOthers: false,
  };
  const views: TokenRules = { ...rules, type: TOKEN_TYPES.view, isView: true };
  const pays: TokenRules = { ...rules, type: TOKEN_TYPES.pay, isPay: true };
  const rulesOf = (token: string) => {
    const type = typeOf(token);
    return type === TOKEN_TYPES.view ? views : type === TOKEN_TYPES.pay ? pays : rules;
  };
  return verifier(rulesOf, parts, async ({ kid }) => {
    const key = await keys.verifying(kid ?? '');
    if (!key) throw new errors.JWKSNoMatchingKey();
    return key;
  });
}

/** Accepts the tokens of an issuer elsewhere. Its keys come from the configured address, never from one in a token. */
export function externalTokenVerifier(external: ExternalIssuer, parts: VerifierParts): TokenVerifier {
  const { jwksUrl, ...own } = external;
  const rules: TokenRules = { ...own, issuer: parts.issuer, audience: parts.audience, mayNameOthers: true };
  const keys = new ExternalKeys(jwksUrl, parts.now);
  keys.prepare();
  return verifier(() => rules, parts, keys.keyOf);
}

function verifier(
  rulesOf: (token: string) => TokenRules,
  parts: VerifierParts,
  keyOf: JWTVerifyGetKey,
): TokenVerifier {
  const verified = new VerifiedTokens();
  return {
    async verify(token) {
      const now = parts.now();
      const known = verified.get(token, now);
      const principal = known ?? (await examine(token, rulesOf(token), keyOf, now));
      if (typeof principal === 'string') return { refused: principal };
      if (parts.isEnded?.(principal)) return { refused: 'its session was ended' };
      if (!known) {
        verified.add(token, principal);
        parts.onFirstUse?.(principal);
      }
      return { principal };
    },
  };
}

async function examine(
  token: string,
  rules: TokenRules,
  keyOf: JWTVerifyGetKey,
  now: Instant,
): Promise<Principal | string> {
  const problem = headerProblem(token, rules);
  if (problem) return problem;
  try {
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: [rules.algorithm],
      typ: rules.type,
      issuer: rules.issuer,
      audience: rules.audience,
      requiredClaims: [rules.subjectClaim, 'exp', 'iat', 'jti'],
      maxTokenAge: rules.maxLifetimeSeconds,
      clockTolerance: LEEWAY_SECONDS,
      currentDate: new Date(now),
    });
    return principalOf(payload, rules);
  } catch (error) {
    if (error instanceof IssuerUnreachable) throw error;
    return error instanceof errors.JWTExpired ? 'it has expired' : 'it does not pass verification';
  }
}
