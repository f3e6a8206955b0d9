import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Instant } from '../domain/calendar.ts';

/** The keys of the external issuer could not be fetched, so nobody can be told apart for now. */
export class IssuerUnreachable extends Error {
  constructor(cause: unknown) {
    super('The keys of the token issuer cannot be fetched at the moment.', { cause });
    this.name = 'IssuerUnreachable';
  }
}

/** Keys are good for ten minutes, and fetched anew well before. */
const REFRESH_AFTER = 5 * 60_000;
/** How long keys are believed while the issuer does not answer. */
const BELIEVED_FOR = 60 * 60_000;
const RETRY_AFTER = 5_000;
const UNKNOWN_KEY_AFTER = 30_000;
const TIMEOUT = 5_000;

interface Fetched {
  readonly keyOf: JWTVerifyGetKey;
  readonly at: Instant;
}

/**
 * The published keys of an issuer elsewhere. They are fetched anew behind the back of whoever calls, so nobody waits for a slow
 * issuer whose key is known. Only a token that names an unknown key waits for a fetch, once in 30 seconds at most, and is
 * refused alone if it comes to nothing.
 */
export class ExternalKeys {
  readonly #url: URL;
  readonly #now: () => Instant;
  #fetched: Fetched | null = null;
  #fetching: Promise<void> | null = null;
  #triedAt = -Infinity;
  #failure: IssuerUnreachable | null = null;

  constructor(url: string, now: () => Instant) {
    this.#url = new URL(url);
    this.#now = now;
  }

  /** Fetches them before anybody needs them. That they cannot be fetched is told to those who do. */
  prepare(): void {
    void this.#fetchAgain();
  }

  readonly keyOf: JWTVerifyGetKey = async (header, token) => {
    const known = await this.#known();
    try {
      return await known.keyOf(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return this.#unknown(known, error)(header, token);
    }
  };

  /** Those at hand, or the first ones, or new ones when those at hand are too old to be believed. */
  async #known(): Promise<Fetched> {
    const age = this.#now() - (this.#fetched?.at ?? -Infinity);
    if (this.#fetched && age < BELIEVED_FOR) {
      if (age >= REFRESH_AFTER && !this.#hasJustFailed()) void this.#fetchAgain();
      return this.#fetched;
    }
    if (!this.#fetching && this.#failure && this.#hasJustFailed()) throw this.#failure;
    await this.#fetchAgain();
    const fetched = this.#fetched as Fetched | null;
    if (!fetched || this.#now() - fetched.at >= BELIEVED_FOR)
      throw this.#failure ?? new IssuerUnreachable(null);
    return fetched;
  }

  /** The issuer may have a new key. It is asked, unless it was lately; the token that names the key waits for that alone. */
  #unknown(known: Fetched, error: Error): JWTVerifyGetKey {
    return async (header, token) => {
      if (!this.#fetching && this.#now() - this.#triedAt < UNKNOWN_KEY_AFTER) throw error;
      await this.#fetchAgain();
      if (!this.#fetched || this.#fetched === known) throw error;
      return this.#fetched.keyOf(header, token);
    };
  }

  #hasJustFailed(): boolean {
    return this.#failure !== null && this.#now() - this.#triedAt < RETRY_AFTER;
  }

  /** However many ask, one request is under way. It never fails: what went wrong is kept. */
  #fetchAgain(): Promise<void> {
    return (this.#fetching ??= this.#fetch().finally(() => (this.#fetching = null)));
  }

  async #fetch(): Promise<void> {
    this.#triedAt = this.#now();
    try {
      const response = await fetch(this.#url, {
        headers: { accept: 'application/jwk-set+json, application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT),
      });
      if (!response.ok) throw new Error(`The issuer answered with status ${response.status}.`);
      const keyOf = createLocalJWKSet((await response.json()) as JSONWebKeySet);
      this.#fetched = { keyOf, at: this.#now() };
      this.#failure = null;
    } catch (error) {
      this.#failure = new IssuerUnreachable(error);
    }
  }
}
