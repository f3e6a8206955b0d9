import type { Instant } from '../domain/calendar.ts';
import type { Account, AccountStore } from '../persistence/stores/account.store.ts';
import type { EndedSessions } from './ended-sessions.ts';
import { issueToken, type TokenTerms } from './issue-token.ts';
import { isPassword } from './password.ts';
import type { PrincipalRole } from './principal.ts';
import type { LiveSession, Sessions } from './sessions.ts';
import type { SignInAttempts } from './sign-in-attempts.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface SignInParts {
  readonly accounts: AccountStore;
  readonly sessions: Sessions;
  readonly attempts: SignInAttempts;
  readonly ended: EndedSessions;
  readonly keys: SigningKeys;
  readonly terms: TokenTerms;
  readonly now: () => Instant;
  readonly newId: () => string;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** What signing in and refreshing hand out: a short-lived token for the memory of a page, and a session for its cookie. */
export interface Grant {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly account: { readonly id: string; readonly role: PrincipalRole; readonly name: string };
  readonly session: LiveSession;
}

export type SignInAnswer =
  | { readonly grant: Grant }
  | { readonly problem: 'INVALID_CREDENTIALS' }
  | { readonly problem: 'TOO_MANY_ATTEMPTS'; readonly retryAfterSeconds: number };

/** The built-in sign-in: passwords in, short access tokens and longer sessions out. */
export class SignIn {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  async signIn({ email, password }: Credentials, address: string): Promise<SignInAnswer> {
    const { accounts, attempts, sessions, now } = this.#parts;
    const key = email.trim().toLowerCase();
    const retryAfterSeconds = await attempts.begin(key, address);
    if (retryAfterSeconds !== null) return { problem: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    const account = await accounts.byEmail(key);
    if (!(await isPassword(password, account?.passwordHash ?? null)) || !account) {
      return { problem: 'INVALID_CREDENTIALS' };
    }
    await attempts.succeeded(key, address);
    return { grant: await this.#grant(account, await sessions.start(account.id, now())) };
  }

  /** A new access token for a session that is still alive; null if it is not. */
  async refresh(refreshToken: string | undefined): Promise<Grant | null> {
    const { accounts, sessions, now } = this.#parts;
    const owner = await sessions.ownerOf(refreshToken, now());
    // Read before the token is replaced: were all sessions to end in between, this would still be the old version.
    const account = owner && (await accounts.byId(owner.accountId));
    const session = await sessions.refresh(refreshToken, now());
    return account && session ? this.#grant(account, session) : null;
  }

  /** Ends the session of a refresh token, or all sessions and access tokens of its account. */
  async signOut(refreshToken: string | undefined, everywhere: boolean): Promise<void> {
    const { accounts, sessions, ended, now } = this.#parts;
    const owner = await sessions.ownerOf(refreshToken, now());
    if (!owner) return;
    if (!everywhere) return sessions.end(owner.sessionId);
    await sessions.endAllOf(owner.accountId);
    const version = await accounts.endSessions(owner.accountId, now());
    if (version !== null) ended.note(owner.accountId, version);
  }

  async #grant(account: Account, session: LiveSession): Promise<Grant> {
    const { keys, terms, now, newId } = this.#parts;
    const stamp = { now: now(), tokenId: newId() };
    const { id, role, name } = account;
    return {
      accessToken: await issueToken(keys, terms, account, stamp),
      expiresIn: terms.lifetimeSeconds,
      account: { id, role, name },
      session,
    };
  }
}
