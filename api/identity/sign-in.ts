import type { Instant } from '../domain/calendar.ts';
import type { Account, AccountStore } from '../persistence/stores/account.store.ts';
import type { SessionEnd } from '../persistence/stores/session.store.ts';
import type { EndedSessions } from './ended-sessions.ts';
import { issueToken, type TokenTerms } from './issue-token.ts';
import type { IdentityObserver } from './observer.ts';
import { isPassword } from './password.ts';
import type { Principal, PrincipalRole } from './principal.ts';
import type { LiveSession, Presented, Sessions } from './sessions.ts';
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
  readonly observer: IdentityObserver;
  readonly onProblem: (error: unknown) => void;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** From where somebody signs in. */
export interface Origin {
  readonly address: string;
  readonly device: string;
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

export type RefreshAnswer = { readonly grant: Grant } | { readonly over: SessionEnd };

/** The built-in sign-in: passwords in, short access tokens and longer sessions out. */
export class SignIn {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  async signIn({ email, password }: Credentials, origin: Origin): Promise<SignInAnswer> {
    const { accounts, attempts, sessions, now } = this.#parts;
    const key = email.trim().toLowerCase();
    const retryAfterSeconds = await attempts.begin(key, origin.address);
    if (retryAfterSeconds !== null) return { problem: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    const account = await accounts.byEmail(key);
    if (!(await isPassword(password, account?.passwordHash ?? null)) || !account) {
      return { problem: 'INVALID_CREDENTIALS' };
    }
    await attempts.succeeded(key, origin.address);
    return { grant: await this.#grant(account, await sessions.start(account.id, origin.device, now())) };
  }

  /** Which session a refresh token is of; null for one that was made up, or whose time is over. */
  presented(refreshToken: string | undefined): Promise<Presented | null> {
    return this.#parts.sessions.presented(refreshToken, this.#parts.now());
  }

  /** A new access token for a session that is still alive, or why it is not. */
  async refresh(presented: Presented): Promise<RefreshAnswer> {
    const { accounts, sessions, now } = this.#parts;
    // Read before the token is replaced: were all sessions to end in between, this would still be the old version.
    const account = await accounts.byId(presented.session.accountId);
    const continued = await sessions.continue(presented, now());
    if ('over' in continued) {
      if (continued.over === 'REUSED' && !presented.session.endedBecause)
        this.#noteEnd(presented.session, 'REUSED');
      return continued;
    }
    return account ? { grant: await this.#grant(account, continued.session) } : { over: 'ENDED' };
  }

  /** Ends the session, or all sessions and access tokens of its account. */
  async signOut({ session }: Presented, everywhere: boolean): Promise<void> {
    const { accounts, sessions, ended, now } = this.#parts;
    const { id, accountId } = session;
    if (!everywhere) {
      if (await sessions.end({ id }, 'LEFT', now())) this.#noteEnd(session, 'LEFT');
      return;
    }
    await sessions.endAllOf(accountId, now());
    const version = await accounts.endSessions(accountId, now());
    if (version !== null) ended.noteAllOf(accountId, version);
  }

  /** The sessions of an account that are alive, the one used last first; at most 50. */
  async aliveOf(accountId: string) {
    const { sessions, now } = this.#parts;
    const alive = await sessions.aliveOf(accountId, now());
    return alive.map(({ id, device, createdAt, rotatedAt }) => ({
      ...{ id, device, createdAt },
      lastUsedAt: rotatedAt,
    }));
  }

  /** Ends a session of this account, and its access tokens at once. False when it has none such that lives. */
  async end(accountId: string, sessionId: string): Promise<boolean> {
    const { sessions, now } = this.#parts;
    const isOver = await sessions.end({ id: sessionId, accountId }, 'ENDED', now());
    if (isOver) this.#noteEnd({ id: sessionId, accountId }, 'ENDED');
    return isOver;
  }

  /** An access token is used for the first time: so it has arrived, and the refresh token that came with it. */
  arrived = ({ session }: Principal): void => {
    if (!session || session.generation === 0) return;
    this.#parts.sessions.arrived(session.id, session.generation).catch(this.#parts.onProblem);
  };

  #noteEnd(session: { readonly id: string; readonly accountId: string }, because: SessionEnd): void {
    this.#parts.ended.note(session.id);
    this.#parts.observer.ended(session, because);
  }

  async #grant(account: Account, session: LiveSession): Promise<Grant> {
    const { keys, terms, now, newId } = this.#parts;
    const stamp = { now: now(), tokenId: newId() };
    const { id, role, name, sessionVersion } = account;
    const point = { id: session.sessionId, generation: session.generation };
    return {
      accessToken: await issueToken(keys, terms, { id, role, name, sessionVersion, session: point }, stamp),
      expiresIn: terms.lifetimeSeconds,
      account: { id, role, name },
      session,
    };
  }
}
