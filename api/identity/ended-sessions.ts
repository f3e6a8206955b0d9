import type { Instant } from '../domain/calendar.ts';
import type { AccountStore } from '../persistence/stores/account.store.ts';
import type { SessionStore } from '../persistence/stores/session.store.ts';
import { askerOf, type Principal } from './principal.ts';

const LOOK_EVERY = 15_000;
/** Longer than an access token lives: what was ended before needs no remembering. */
const REMEMBERED = 30 * 60_000;

/**
 * Access tokens are not looked up when they are used, so what ends them early is kept here: the sessions that were ended
 * lately, and the versions of accounts all of whose sessions were. At once in this process, and within a quarter of a minute in
 * the others.
 */
export class EndedSessions {
  readonly #accounts: AccountStore;
  readonly #sessions: SessionStore;
  readonly #now: () => Instant;
  #versions = new Map<string, number>();
  #ended = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(accounts: AccountStore, sessions: SessionStore, now: () => Instant) {
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#now = now;
  }

  isEnded = (principal: Principal): boolean => {
    const { sessionVersion, session } = principal;
    if (session !== null && this.#ended.has(session.id)) return true;
    const version = this.#versions.get(askerOf(principal));
    return version !== undefined && sessionVersion !== null && sessionVersion < version;
  };

  /** All sessions of the account were ended; tokens of this version on are good. */
  noteAllOf(accountId: string, version: number): void {
    this.#versions.set(accountId, version);
  }

  note(sessionId: string): void {
    this.#ended.add(sessionId);
  }

  async look(): Promise<void> {
    const since = this.#now() - REMEMBERED;
    const versions = await this.#accounts.endedSince(since);
    const ended = await this.#sessions.endedSince(since);
    this.#versions = versions;
    this.#ended = new Set(ended);
  }

  /** Keeps looking. While the database is away, what was known before holds; the problem is told once. */
  watch(onProblem: (error: unknown) => void): void {
    let isAway = false;
    const look = async () => {
      try {
        await this.look();
        isAway = false;
      } catch (error) {
        if (!isAway) onProblem(error);
        isAway = true;
      }
    };
    this.#timer = setInterval(() => void look(), LOOK_EVERY);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
