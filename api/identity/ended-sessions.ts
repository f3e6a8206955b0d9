import type { Instant } from '../domain/calendar.ts';
import type { AccountStore } from '../persistence/stores/account.store.ts';
import type { Principal } from './principal.ts';

const LOOK_EVERY = 15_000;
/** Longer than an access token lives: what was ended before needs no remembering. */
const REMEMBERED = 30 * 60_000;

/**
 * Access tokens are not looked up when they are used, so what ends them early is kept here: the versions of accounts whose
 * sessions were ended lately. At once in this process, and within a quarter of a minute in the others.
 */
export class EndedSessions {
  readonly #accounts: AccountStore;
  readonly #now: () => Instant;
  #versions = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(accounts: AccountStore, now: () => Instant) {
    this.#accounts = accounts;
    this.#now = now;
  }

  isEnded = ({ subject, sessionVersion }: Principal): boolean => {
    const version = this.#versions.get(subject);
    return version !== undefined && sessionVersion !== null && sessionVersion < version;
  };

  note(accountId: string, version: number): void {
    this.#versions.set(accountId, version);
  }

  async look(): Promise<void> {
    this.#versions = await this.#accounts.endedSince(this.#now() - REMEMBERED);
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
