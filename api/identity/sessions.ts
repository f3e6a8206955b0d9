import type { Instant } from '../domain/calendar.ts';
import type { SessionStore } from '../persistence/stores/session.store.ts';
import {
  hashSecret,
  newSecret,
  newSessionId,
  parseRefreshToken,
  printRefreshToken,
} from './refresh-token.ts';

export interface SessionTerms {
  readonly sessionHours: number;
  readonly graceSeconds: number;
}

export interface LiveSession {
  readonly sessionId: string;
  readonly accountId: string;
  /** The next refresh token for the cookie; null when another tab has just received it. */
  readonly refreshToken: string | null;
  readonly expiresAt: Instant;
}

const HOUR = 3_600_000;

/** Sign-ins that stay alive: each use of a refresh token replaces it, and a token that is used again gives a thief away. */
export class Sessions {
  readonly #store: SessionStore;
  readonly #terms: SessionTerms;

  constructor(store: SessionStore, terms: SessionTerms) {
    this.#store = store;
    this.#terms = terms;
  }

  async start(accountId: string, now: Instant): Promise<LiveSession & { readonly refreshToken: string }> {
    const sessionId = newSessionId();
    const secret = newSecret();
    const expiresAt = now + this.#terms.sessionHours * HOUR;
    await this.#store.create({
      id: sessionId,
      accountId,
      tokenHash: hashSecret(secret),
      previousTokenHash: null,
      rotatedAt: now,
      createdAt: now,
      expiresAt,
    });
    return { sessionId, accountId, refreshToken: printRefreshToken({ sessionId, secret }), expiresAt };
  }

  /**
   * Continues the session a refresh token belongs to; null if it is over. A token that was already used ends the session for
   * everybody, except that for a few seconds the last one is still understood: two tabs may send it at once.
   */
  async refresh(token: string | undefined, now: Instant): Promise<LiveSession | null> {
    const given = parseRefreshToken(token);
    const session = given && (await this.#store.byId(given.sessionId, now));
    if (!given || !session) return null;
    const { id, accountId, expiresAt } = session;
    const from = hashSecret(given.secret);
    const secret = newSecret();
    if (await this.#store.rotate({ id, from, to: hashSecret(secret), now })) {
      return {
        sessionId: id,
        accountId,
        refreshToken: printRefreshToken({ sessionId: id, secret }),
        expiresAt,
      };
    }
    const current = await this.#store.byId(id, now);
    const isJustReplaced =
      current?.previousTokenHash === from && now - current.rotatedAt <= this.#terms.graceSeconds * 1_000;
    if (isJustReplaced) return { sessionId: id, accountId, refreshToken: null, expiresAt };
    await this.#store.end(id);
    return null;
  }

  /** Whose session a refresh token belongs to, if it is its present one. Changes nothing. */
  async ownerOf(
    token: string | undefined,
    now: Instant,
  ): Promise<{ sessionId: string; accountId: string } | null> {
    const given = parseRefreshToken(token);
    const session = given && (await this.#store.byId(given.sessionId, now));
    if (!given || !session || !this.#isKnown(hashSecret(given.secret), session)) return null;
    return { sessionId: session.id, accountId: session.accountId };
  }

  end(sessionId: string): Promise<void> {
    return this.#store.end(sessionId);
  }

  endAllOf(accountId: string): Promise<void> {
    return this.#store.endAllOf(accountId);
  }

  #isKnown(hash: string, session: { tokenHash: string; previousTokenHash: string | null }): boolean {
    return hash === session.tokenHash || hash === session.previousTokenHash;
  }
}
