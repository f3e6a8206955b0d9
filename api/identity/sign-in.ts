import type { Instant } from '../domain/calendar.ts';
import type { AccountStore } from '../persistence/stores/account.store.ts';
import type { SessionEnd } from '../persistence/stores/session.store.ts';
import { deviceOfAccount, type Admission, type Grant, type Origin } from './admission.ts';
import type { EndedSessions } from './ended-sessions.ts';
import { networkOf } from './network-of.ts';
import type { IdentityObserver, SignInOutcome } from './observer.ts';
import { isPassword } from './password.ts';
import type { PasswordLinks } from './password-links.ts';
import type { PasswordWork } from './password-work.ts';
import type { Principal } from './principal.ts';
import type { NextStep, SecondStep } from './second-factor/second-step.ts';
import type { Presented, Sessions } from './sessions.ts';
import type { SignInAttempts } from './sign-in-attempts.ts';

export interface SignInParts {
  readonly accounts: AccountStore;
  readonly links: PasswordLinks;
  readonly sessions: Sessions;
  readonly attempts: SignInAttempts;
  readonly work: PasswordWork;
  readonly admission: Admission;
  readonly secondStep: SecondStep;
  readonly ended: EndedSessions;
  readonly now: () => Instant;
  readonly observer: IdentityObserver;
  readonly onProblem: (error: unknown) => void;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export type SignInAnswer =
  | { readonly grant: Grant }
  | { readonly next: NextStep }
  | { readonly problem: 'INVALID_CREDENTIALS' }
  | { readonly problem: 'TOO_MANY_ATTEMPTS' | 'BUSY'; readonly retryAfterSeconds: number };

export const BUSY_SECONDS = 2;
const OUTCOMES = { INVALID_CREDENTIALS: 'REFUSED', TOO_MANY_ATTEMPTS: 'TOO_MANY', BUSY: 'BUSY' } as const;

export type RefreshAnswer = { readonly grant: Grant } | { readonly over: SessionEnd };

/** The built-in sign-in: passwords in, short access tokens and longer sessions out. */
export class SignIn {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  async signIn(credentials: Credentials, origin: Origin): Promise<SignInAnswer> {
    const answer = await this.#answer(credentials, origin);
    this.#parts.observer.signIn(outcomeOf(answer));
    return answer;
  }

  /** Gives the account of a link its password. Work for the few threads as well, so it waits for its turn. */
  async choosePassword(
    link: string,
    password: string,
    address: string,
  ): Promise<'DONE' | 'UNUSABLE' | 'BUSY'> {
    const { links, work } = this.#parts;
    const network = networkOf(address);
    if ((await links.ownerOf(link)) === null) return 'UNUSABLE';
    if (work.isFull(network)) return 'BUSY';
    const isDone = await work.do(network, () => links.choosePassword(link, password));
    return isDone ? 'DONE' : 'UNUSABLE';
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
    if (!account || account.isDisabled) return { over: 'ENDED' };
    return { grant: await this.#parts.admission.grant(account, continued.session) };
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

  async #answer({ email, password }: Credentials, origin: Origin): Promise<SignInAnswer> {
    const { accounts, attempts, work, admission, secondStep } = this.#parts;
    const key = email.trim().toLowerCase();
    const network = networkOf(origin.address);
    const account = await accounts.byEmail(key);
    const device = deviceOfAccount(account, origin);
    if (work.isFull(network)) return { problem: 'BUSY', retryAfterSeconds: BUSY_SECONDS };
    const attempt = { door: key, network, device };
    const retryAfterSeconds = attempts.begin(attempt);
    if (retryAfterSeconds !== null) return { problem: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    const isRight = await work.do(network, () => isPassword(password, account?.passwordHash ?? null));
    if (!isRight || !account || account.isDisabled) return { problem: 'INVALID_CREDENTIALS' };
    attempts.succeeded(attempt);
    const next = await secondStep.after(account);
    return next ? { next } : { grant: await admission.enter(account, origin) };
  }

  #noteEnd(session: { readonly id: string; readonly accountId: string }, because: SessionEnd): void {
    this.#parts.ended.note(session.id);
    this.#parts.observer.ended(session, because);
  }
}

function outcomeOf(answer: SignInAnswer): SignInOutcome {
  if ('grant' in answer) return 'GRANTED';
  return 'next' in answer ? 'SECOND_STEP' : OUTCOMES[answer.problem];
}
