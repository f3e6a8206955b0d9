import { SignJWT } from 'jose';
import type { Instant } from '../domain/calendar.ts';
import { OWN_ALGORITHM } from './key-file.ts';
import type { PrincipalRole, SessionPoint } from './principal.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface TokenTerms {
  readonly issuer: string;
  readonly audience: string;
  readonly lifetimeSeconds: number;
}

export interface TokenSubject {
  readonly id: string;
  readonly role: PrincipalRole;
  readonly name: string;
  readonly sessionVersion: number | null;
  readonly session?: SessionPoint;
}

/** Signs an access token for somebody who has proved who they are. */
export function issueToken(
  keys: SigningKeys,
  terms: TokenTerms,
  subject: TokenSubject,
  stamp: { readonly now: Instant; readonly tokenId: string },
): Promise<string> {
  const { kid, key } = keys.signing;
  const issuedAt = Math.floor(stamp.now / 1_000);
  const version = subject.sessionVersion === null ? {} : { ver: subject.sessionVersion };
  const { session } = subject;
  const point = session ? { sid: session.id, gen: session.generation } : {};
  return new SignJWT({ role: subject.role, name: subject.name, ...version, ...point })
    .setProtectedHeader({ alg: OWN_ALGORITHM, typ: 'at+jwt', kid })
    .setIssuer(terms.issuer)
    .setAudience(terms.audience)
    .setSubject(subject.id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + terms.lifetimeSeconds)
    .setJti(stamp.tokenId)
    .sign(key);
}
