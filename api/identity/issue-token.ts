import { SignJWT } from 'jose';
import type { Instant } from '../domain/calendar.ts';
import { OWN_ALGORITHM } from './key-file.ts';
import type { Looker, PrincipalRole, SessionPoint } from './principal.ts';
import { TOKEN_TYPES } from './token-rules.ts';
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
  /** Who looks as the subject; the session and its version are theirs. */
  readonly viewedBy?: Looker;
  /** The id of the only checkout that it is good for. */
  readonly paysFor?: string;
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
  const { session, viewedBy, paysFor } = subject;
  const point = session ? { sid: session.id, gen: session.generation } : {};
  // As in RFC 8693: the subject is whose rights they are, the actor is who uses them.
  const actor = viewedBy ? { act: { sub: viewedBy.id, role: viewedBy.role } } : {};
  const only = paysFor === undefined ? {} : { chk: paysFor };
  // A server of an older release refuses the other types, instead of taking their bearer for the customer.
  const typ = paysFor !== undefined ? TOKEN_TYPES.pay : viewedBy ? TOKEN_TYPES.view : TOKEN_TYPES.access;
  return new SignJWT({ role: subject.role, name: subject.name, ...version, ...point, ...actor, ...only })
    .setProtectedHeader({ alg: OWN_ALGORITHM, typ, kid })
    .setIssuer(terms.issuer)
    .setAudience(terms.audience)
    .setSubject(subject.id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + terms.lifetimeSeconds)
    .setJti(stamp.tokenId)
    .sign(key);
}
