import { jwtVerify, SignJWT } from 'jose';
import type { Instant } from '../../domain/calendar.ts';
import { OWN_ALGORITHM } from '../key-file.ts';
import type { SigningKeys } from '../signing-keys.ts';

/** What a password that was right is good for where it is not enough: proving the second factor, or setting one up. */
export type TicketPurpose = 'PROVE' | 'SET_UP';

export interface Ticket {
  readonly accountId: string;
  /** Under which version of the account's sessions it was issued; a reset or signing out everywhere ends it as well. */
  readonly sessionVersion: number;
}

/** Long enough to look for a telephone, or to install an app on it. */
export const TICKET_SECONDS: Readonly<Record<TicketPurpose, number>> = { PROVE: 300, SET_UP: 900 };

/** Another type and another audience than an access token has, so that neither is taken for the other. */
const TYPE = 'sign-in-ticket+jwt';
const audienceOf = (purpose: TicketPurpose) => `early-bird-wallet/sign-in/${purpose}`;
const LONGEST = 2_000;

/** Tickets between the two steps of a sign-in: short-lived, for one purpose each, and no access to anything. */
export class Tickets {
  readonly #keys: SigningKeys;
  readonly #issuer: string;
  readonly #now: () => Instant;

  constructor(keys: SigningKeys, issuer: string, now: () => Instant) {
    this.#keys = keys;
    this.#issuer = issuer;
    this.#now = now;
  }

  issue({ accountId, sessionVersion }: Ticket, purpose: TicketPurpose): Promise<string> {
    const { kid, key } = this.#keys.signing;
    const issuedAt = Math.floor(this.#now() / 1_000);
    return new SignJWT({ ver: sessionVersion })
      .setProtectedHeader({ alg: OWN_ALGORITHM, typ: TYPE, kid })
      .setIssuer(this.#issuer)
      .setAudience(audienceOf(purpose))
      .setSubject(accountId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + TICKET_SECONDS[purpose])
      .sign(key);
  }

  /** Null for one of another purpose, whose time is over, or that was made up. */
  async read(text: string, purpose: TicketPurpose): Promise<Ticket | null> {
    if (text.length > LONGEST) return null;
    try {
      const { payload } = await jwtVerify(text, async ({ kid }) => this.#keyOf(kid), {
        ...{ algorithms: [OWN_ALGORITHM], typ: TYPE, issuer: this.#issuer, audience: audienceOf(purpose) },
        ...{ requiredClaims: ['sub', 'exp'], currentDate: new Date(this.#now()) },
      });
      const { sub, ver } = payload;
      return sub !== undefined && typeof ver === 'number' ? { accountId: sub, sessionVersion: ver } : null;
    } catch {
      return null;
    }
  }

  async #keyOf(kid: string | undefined) {
    const key = await this.#keys.verifying(kid ?? '');
    if (!key) throw new Error('No such key.');
    return key;
  }
}
