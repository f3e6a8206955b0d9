import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../domain/calendar.ts';
import type { AccountRole, AccountStore } from '../persistence/stores/account.store.ts';
import type { SessionStore } from '../persistence/stores/session.store.ts';
import { hashPassword } from './password.ts';

/** How long a link to choose a password can be used, once. */
export const LINK_HOURS = 24;

export interface AccountsParts {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly now: () => Instant;
}

export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: AccountRole;
}

export type AccountAnswer =
  { readonly link: string } | { readonly refused: 'EMAIL_OR_ID_TAKEN' | 'NO_SUCH_ACCOUNT' };

const HOUR = 3_600_000;
const FORMAT = /^([\w-]{1,200})\.([\w-]{43})$/;
/** No password has this hash. */
const NO_PASSWORD = 'none';

/**
 * The accounts of the built-in sign-in. Nobody but its owner ever knows a password: a new account, and one that was reset, has
 * none until its owner has chosen one through a link that works once.
 */
export class Accounts {
  readonly #parts: AccountsParts;

  constructor(parts: AccountsParts) {
    this.#parts = parts;
  }

  /** Makes an account and answers what its link ends with. */
  async add(account: NewAccount): Promise<AccountAnswer> {
    const { accounts, now } = this.#parts;
    const known = { ...account, email: account.email.trim().toLowerCase(), passwordHash: NO_PASSWORD };
    const isNew = await accounts.create(known, now());
    return isNew ? this.#offer(account.id) : { refused: 'EMAIL_OR_ID_TAKEN' };
  }

  /** Takes the password away, ends all sessions, and answers what the new link ends with. Opens a disabled account again. */
  async reset(email: string): Promise<AccountAnswer> {
    const account = await this.#parts.accounts.byEmail(email.trim().toLowerCase());
    if (!account) return { refused: 'NO_SUCH_ACCOUNT' };
    await this.#parts.accounts.open(account.id, NO_PASSWORD);
    await this.#endSessionsOf(account.id);
    return this.#offer(account.id);
  }

  /** Closes an account: no sign-in, no session, no link. False when there is none. */
  async disable(email: string): Promise<boolean> {
    const { accounts, now } = this.#parts;
    const account = await accounts.byEmail(email.trim().toLowerCase());
    if (!account) return false;
    await accounts.disable(account.id, now());
    await this.#endSessionsOf(account.id);
    return true;
  }

  /** Whose link this is, if it can still be used. */
  async ownerOf(link: string): Promise<string | null> {
    const given = parsed(link);
    if (!given) return null;
    return (await this.#parts.accounts.hasOffer(given, this.#parts.now())) ? given.id : null;
  }

  /** Gives the account of a link its password. False when the link has been used, has run out, or was made up. */
  async choosePassword(link: string, password: string): Promise<boolean> {
    const given = parsed(link);
    if (!given) return false;
    const { accounts, now } = this.#parts;
    return accounts.acceptOffer(given, await hashPassword(password), now());
  }

  async #offer(id: string): Promise<AccountAnswer> {
    const secret = randomBytes(32).toString('base64url');
    const expiresAt = this.#parts.now() + LINK_HOURS * HOUR;
    await this.#parts.accounts.offer(id, hashOf(secret), expiresAt);
    return { link: `${Buffer.from(id).toString('base64url')}.${secret}` };
  }

  async #endSessionsOf(id: string): Promise<void> {
    const { accounts, sessions, now } = this.#parts;
    await sessions.endAllOf(id, 'ENDED', now());
    await accounts.endSessions(id, now());
  }
}

function parsed(link: string): { readonly id: string; readonly hash: string } | null {
  const [, id, secret] = FORMAT.exec(link) ?? [];
  if (id === undefined || secret === undefined) return null;
  return { id: Buffer.from(id, 'base64url').toString(), hash: hashOf(secret) };
}

/** Only this is stored. The secret is random and long, so a fast hash is as good as a slow one. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
