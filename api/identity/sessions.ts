import type { Instant } from '../domain/calendar.ts';
import type { SessionEnd, SessionStore, StoredSession } from '../persistence/stores/session.store.ts';
import {
  firstSecret,
  hashSecret,
  isOfChain,
  newChainKey,
  newSessionId,
  parseRefreshToken,
  printRefreshToken,
  successorOf,
} from './refresh-token.ts';

export interface SessionTerms {
  readonly sessionHours: number;
  readonly graceSeconds: number;
}

export interface LiveSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly generation: number;
  /** The refresh token for the cookie; null when it holds the right one already. */
  readonly refreshToken: string | null;
  readonly expiresAt: Instant;
}

/** A refresh token that this server made, and the session it is of, which may be over. */
export interface Presented {
  readonly session: StoredSession;
  readonly secret: string;
}

export type Continued = { readonly session: LiveSession } | { readonly over: SessionEnd };

const HOUR = 3_600_000;
/** Each time another request was faster; a session has few at once. */
const MOST_LOOKS = 5;

/**
 * Sign-ins that stay alive. Each use of a refresh token replaces it, always by the same one, so an answer that got lost is made
 * good by asking again. A token whose successor has been used gives a thief away (decision 36).
 */
export class Sessions {
  readonly #store: SessionStore;
  readonly #terms: SessionTerms;

  constructor(store: SessionStore, terms: SessionTerms) {
    this.#store = store;
    this.#terms = terms;
  }

  async start(accountId: string, device: string, now: Instant): Promise<LiveSession> {
    const [id, chainKey] = [newSessionId(), newChainKey()];
    const secret = firstSecret(chainKey);
    const expiresAt = now + this.#terms.sessionHours * HOUR;
    const tokenHash = hashSecret(secret);
    await this.#store.create({ id, accountId, tokenHash, chainKey, device, createdAt: now, expiresAt });
    const refreshToken = printRefreshToken({ sessionId: id, secret });
    return { sessionId: id, accountId, generation: 0, refreshToken, expiresAt };
  }

  /** What a refresh token stands for; null when it was made up or its time is over. Changes nothing. */
  async presented(token: string | undefined, now: Instant): Promise<Presented | null> {
    const given = parseRefreshToken(token);
    const session = given && (await this.#store.byId(given.sessionId, now));
    if (!given || !session || !isOf(given.secret, session)) return null;
    return { session, secret: given.secret };
  }

  /** Continues the session, or says why it is over. What shows that the token is in two hands ends it. */
  async continue({ session, secret }: Presented, now: Instant): Promise<Continued> {
    let current: StoredSession | null = session;
    for (let look = 0; look < MOST_LOOKS && current; look += 1) {
      if (current.endedBecause) return { over: current.endedBecause };
      const live = await this.#tokenAfter(current, secret, now);
      if (live === 'REUSED') return this.#endReused(current.id, now);
      if (live) return { session: live };
      current = await this.#store.byId(session.id, now);
    }
    return { over: current?.endedBecause ?? 'ENDED' };
  }

  end(session: { readonly id: string; readonly accountId?: string }, because: SessionEnd, now: Instant) {
    return this.#store.end({ ...session, because, now });
  }

  endAllOf(accountId: string, now: Instant): Promise<void> {
    return this.#store.endAllOf(accountId, 'ENDED', now);
  }

  aliveOf(accountId: string, now: Instant): Promise<StoredSession[]> {
    return this.#store.aliveOf(accountId, now);
  }

  /** What was handed out with the token of this generation has been used. */
  arrived(sessionId: string, generation: number): Promise<void> {
    return this.#store.arrived(sessionId, generation);
  }

  /** The session with the token that follows; null when another request has changed it meanwhile. */
  async #tokenAfter(
    session: StoredSession,
    secret: string,
    now: Instant,
  ): Promise<LiveSession | 'REUSED' | null> {
    const hash = hashSecret(secret);
    const isRecent = now - session.rotatedAt < this.#terms.graceSeconds * 1_000;
    if (hash === session.tokenHash) return this.#afterPresent(session, secret, isRecent, now);
    if (hash !== session.previousTokenHash) return 'REUSED';
    if (session.hasArrived && !isRecent) return 'REUSED';
    // Its successor has been handed out before. Nobody has used it since, or several tabs ask at once.
    if (!isRecent) await this.#store.handedOut(session.id, session.tokenHash, now);
    const next = successorOf(secret, session.chainKey ?? '');
    // An older release, running beside this one, has replaced it by one of its own.
    const isKnown = hashSecret(next) === session.tokenHash;
    return live(session, isKnown ? next : null);
  }

  async #afterPresent(
    session: StoredSession,
    secret: string,
    isRecent: boolean,
    now: Instant,
  ): Promise<LiveSession | null> {
    if (isRecent && session.generation > 0) {
      // Other tabs may still be on their way with the one before it, and one step back is all that is kept.
      await this.#store.arrived(session.id, session.generation);
      return live(session, null);
    }
    const chainKey = session.chainKey ?? newChainKey();
    const next = successorOf(secret, chainKey);
    const change = { id: session.id, from: hashSecret(secret), to: hashSecret(next), chainKey, now };
    if (!(await this.#store.rotate(change))) return null;
    return live({ ...session, generation: session.generation + 1 }, next);
  }

  async #endReused(id: string, now: Instant): Promise<Continued> {
    await this.#store.end({ id, because: 'REUSED', now });
    return { over: 'REUSED' };
  }
}

function live({ id, accountId, generation, expiresAt }: StoredSession, secret: string | null): LiveSession {
  const refreshToken = secret === null ? null : printRefreshToken({ sessionId: id, secret });
  return { sessionId: id, accountId, generation, refreshToken, expiresAt };
}

/** One of a session from before there were chains is known only while it is the present or the previous one. */
function isOf(secret: string, { chainKey, tokenHash, previousTokenHash }: StoredSession): boolean {
  const hash = hashSecret(secret);
  if (hash === tokenHash || hash === previousTokenHash) return true;
  return chainKey !== null && isOfChain(secret, chainKey);
}
