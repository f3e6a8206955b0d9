import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../domain/calendar.ts';
import type { AccountStore } from '../persistence/stores/account.store.ts';
import type { Session } from '../persistence/stores/document-store.ts';
import { hashPassword } from './password.ts';

/** How long a link to choose a password can be used, once. */
export const LINK_HOURS = 24;

const HOUR = 3_600_000;
const FORMAT = /^([\w-]{1,200})\.([\w-]{43})$/;

/** Links through which the owner of an account, and nobody else, gives it a password. */
export class PasswordLinks {
  readonly #accounts: AccountStore;
  readonly #now: () => Instant;

  constructor(accounts: AccountStore, now: () => Instant) {
    this.#accounts = accounts;
    this.#now = now;
  }

  /** Makes a link of the account, within a transaction, and answers what it ends with. An earlier one is good for nothing. */
  async offer(id: string, session: Session): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const expiresAt = this.#now() + LINK_HOURS * HOUR;
    await this.#accounts.offer(id, hashOf(secret), expiresAt, session);
    return `${Buffer.from(id).toString('base64url')}.${secret}`;
  }

  /** Whose link this is, if it can still be used. */
  async ownerOf(link: string): Promise<string | null> {
    const given = parsed(link);
    if (!given) return null;
    return (await this.#accounts.hasOffer(given, this.#now())) ? given.id : null;
  }

  /** Gives the account of a link its password. False when the link has been used, has run out, or was made up. */
  async choosePassword(link: string, password: string): Promise<boolean> {
    const given = parsed(link);
    if (!given) return false;
    return this.#accounts.acceptOffer(given, await hashPassword(password), this.#now());
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
