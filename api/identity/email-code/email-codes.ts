import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Instant } from '../../domain/calendar.ts';
import type { Outbox } from '../../mail/mail.ts';
import type { Account, AccountStore } from '../../persistence/stores/account.store.ts';
import type { SignInCodeStore } from '../../persistence/stores/sign-in-code.store.ts';
import { deviceOfAccount, type Admission, type Grant, type Origin } from '../admission.ts';
import { networkOf } from '../network-of.ts';
import type { IdentityObserver } from '../observer.ts';
import { waitFor } from '../retry-after.ts';
import type { Seals } from '../../secrets/seals.ts';
import type { Attempt, SignInAttempts } from '../sign-in-attempts.ts';
import { codeMail, type MailLanguage } from './code-mail.ts';

export interface EmailCodeTerms {
  readonly minutes: number;
  readonly tries: number;
  readonly mailsPerHour: number;
}

export interface EmailCodesParts {
  readonly accounts: AccountStore;
  readonly codes: SignInCodeStore;
  readonly terms: EmailCodeTerms;
  readonly outbox: Outbox;
  readonly seals: Seals;
  /** How often codes are asked for, and how often they are tried. */
  readonly asks: SignInAttempts;
  readonly attempts: SignInAttempts;
  readonly admission: Admission;
  readonly now: () => Instant;
  readonly observer: IdentityObserver;
}

type TooMany = { readonly problem: 'TOO_MANY_ATTEMPTS'; readonly retryAfterSeconds: number };

/** What a browser keeps between asking for a code and entering it. */
export const BROWSER_COOKIE = 'early_bird_code';
const BROWSER = /^[\w-]{22}$/;
const DIGITS = 8;
const HOUR = 3_600;

/**
 * Signing in with a code by e-mail instead of a password, for customers. Whoever asks for a code is answered, counted and kept
 * waiting in the same way whether or not there is an account: the same is read and written for an address that nobody has,
 * only no mail is posted, for which nobody waits.
 */
export class EmailCodes {
  readonly #parts: EmailCodesParts;
  readonly #mails: RateLimiterMemory;

  constructor(parts: EmailCodesParts) {
    this.#parts = parts;
    this.#mails = new RateLimiterMemory({ points: parts.terms.mailsPerHour, duration: HOUR });
  }

  get seconds(): number {
    return this.#parts.terms.minutes * 60;
  }

  /** Sends a code to the address, if a customer signs in with it. Answers what the browser is to keep. */
  async ask(
    typed: string,
    language: MailLanguage,
    origin: Origin,
  ): Promise<{ readonly browser: string } | TooMany> {
    const { accounts, asks, codes, outbox, terms, now } = this.#parts;
    const email = typed.trim().toLowerCase();
    const account = await accounts.byEmail(email);
    const attempt = attemptOf('code to', email, account, origin);
    const retryAfterSeconds = asks.begin(attempt);
    if (retryAfterSeconds !== null) return { problem: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    const browser = browserOf(origin) ?? randomBytes(16).toString('base64url');
    // Nobody fills somebody's mailbox from many networks. A device that is known has mails of its own.
    const sender = attempt.device === null ? 'strangers' : `device ${attempt.device}`;
    const isTooMany = (await waitFor(this.#mails, `${this.#idOf(email)} ${sender}`)) !== null;
    if (isTooMany) return { browser };
    const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
    const isPut = await codes.put(
      {
        id: this.#idOf(email),
        codeHash: this.#codeHash(email, browser, code),
        browserHash: this.#browserHash(browser),
        isOfKnownDevice: attempt.device !== null,
        triesLeft: terms.tries,
        expiresAt: now() + this.seconds * 1_000,
      },
      now(),
    );
    if (isPut && mayEnter(account))
      outbox.post(codeMail({ to: account.email, code, minutes: terms.minutes, language }));
    return { browser };
  }

  /** Lets in whoever enters the code in the browser in which it was asked for. */
  async enter(
    typed: { readonly email: string; readonly code: string },
    origin: Origin,
  ): Promise<{ readonly grant: Grant } | { readonly problem: 'INVALID_CODE' } | TooMany> {
    const answer = await this.#answer(typed, origin);
    const refusal = 'problem' in answer && answer.problem === 'TOO_MANY_ATTEMPTS' ? 'TOO_MANY' : 'REFUSED';
    this.#parts.observer.signIn('grant' in answer ? 'GRANTED' : refusal);
    return answer;
  }

  async #answer(typed: { readonly email: string; readonly code: string }, origin: Origin) {
    const { accounts, attempts, asks, codes, admission, now } = this.#parts;
    const email = typed.email.trim().toLowerCase();
    const account = await accounts.byEmail(email);
    const attempt = attemptOf('code of', email, account, origin);
    const retryAfterSeconds = attempts.begin(attempt);
    if (retryAfterSeconds !== null) return { problem: 'TOO_MANY_ATTEMPTS', retryAfterSeconds } as const;
    const browser = browserOf(origin) ?? '';
    const kept = await codes.try(this.#idOf(email), this.#browserHash(browser), now());
    const hash = this.#codeHash(email, browser, typed.code.replace(/\s/g, ''));
    const isRight = kept !== null && isSame(kept, hash) && mayEnter(account);
    if (!isRight || !(await codes.use(this.#idOf(email), hash))) return { problem: 'INVALID_CODE' } as const;
    attempts.succeeded(attempt);
    asks.succeeded(attemptOf('code to', email, account, origin));
    return { grant: await admission.enter(account, origin) };
  }

  #idOf(email: string): string {
    return this.#parts.seals.fingerprint('address of a sign-in code', email);
  }

  #browserHash(browser: string): string {
    return this.#parts.seals.fingerprint('browser of a sign-in code', browser);
  }

  #codeHash(email: string, browser: string, code: string): string {
    return this.#parts.seals.fingerprint('sign-in code', JSON.stringify([email, browser, code]));
  }
}

/** Staff and admins need their password and their second step. */
function mayEnter(account: Account | null): account is Account {
  return account?.role === 'CUSTOMER' && !account.isDisabled;
}

function attemptOf(what: string, email: string, account: Account | null, origin: Origin): Attempt {
  const [network, device] = [networkOf(origin.address), deviceOfAccount(account, origin)];
  return { door: `${what} ${email}`, network, device };
}

function browserOf({ cookie }: Origin): string | null {
  const kept = cookie(BROWSER_COOKIE);
  return kept !== undefined && BROWSER.test(kept) ? kept : null;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
