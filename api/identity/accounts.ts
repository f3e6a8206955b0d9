import { actId, actOf, type Act, type ActName, type Note } from '../domain/act.ts';
import type { Instant } from '../domain/calendar.ts';
import { changeWithAct } from '../persistence/change-with-act.ts';
import type { Database } from '../persistence/connection.ts';
import { AccountStore, type Account, type AccountRole } from '../persistence/stores/account.store.ts';
import type { Session } from '../persistence/stores/document-store.ts';
import { SecondFactorStore } from '../persistence/stores/second-factor.store.ts';
import { SessionStore } from '../persistence/stores/session.store.ts';
import { PasswordLinks } from './password-links.ts';

export interface AccountsParts {
  readonly database: Database;
  /** Whoever keeps the accounts, as the machine knows them: every change is an act of theirs. */
  readonly operator: string;
  readonly now: () => Instant;
  readonly newId: () => string;
}

export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: AccountRole;
}

export type AccountAnswer =
  { readonly link: string } | { readonly refused: 'EMAIL_OR_ID_TAKEN' | 'NO_SUCH_ACCOUNT' };

/** No password has this hash. */
const NO_PASSWORD = 'none';

/**
 * The accounts of the built-in sign-in. Nobody but its owner ever knows a password: a new account, and one that was reset, has
 * none until its owner has chosen one through a link that works once.
 */
export class Accounts {
  readonly #parts: AccountsParts;
  readonly #accounts: AccountStore;
  readonly #sessions: SessionStore;
  readonly #factors: SecondFactorStore;
  readonly #links: PasswordLinks;

  constructor(parts: AccountsParts) {
    const { database, now } = parts;
    this.#parts = parts;
    this.#accounts = new AccountStore(database);
    this.#sessions = new SessionStore(database);
    this.#factors = new SecondFactorStore(database);
    this.#links = new PasswordLinks(this.#accounts, now);
  }

  /** Makes an account and answers what its link ends with. */
  async add(account: NewAccount): Promise<AccountAnswer> {
    const known = { ...account, email: account.email.trim().toLowerCase(), passwordHash: NO_PASSWORD };
    const after = [{ key: 'role', value: account.role }];
    let link = '';
    const isNew = await this.#change(known, 'addAccount', after, async (session) => {
      if (!(await this.#accounts.create(known, this.#parts.now(), session))) return false;
      link = await this.#links.offer(known.id, session);
      return true;
    });
    return isNew ? { link } : { refused: 'EMAIL_OR_ID_TAKEN' };
  }

  /** Takes the password away, ends all sessions, and answers what the new link ends with. Opens a disabled account again. */
  async reset(email: string): Promise<AccountAnswer> {
    const account = await this.#find(email);
    if (!account) return { refused: 'NO_SUCH_ACCOUNT' };
    let link = '';
    await this.#change(account, 'resetAccount', [], async (session) => {
      await this.#accounts.open(account.id, NO_PASSWORD, session);
      await this.#endSessionsOf(account.id, session);
      link = await this.#links.offer(account.id, session);
      return true;
    });
    return { link };
  }

  /** Closes an account: no sign-in, no session, no link. False when there is none. */
  async disable(email: string): Promise<boolean> {
    const account = await this.#find(email);
    if (!account) return false;
    return this.#change(account, 'disableAccount', [], async (session) => {
      await this.#accounts.disable(account.id, this.#parts.now(), session);
      await this.#endSessionsOf(account.id, session);
      return true;
    });
  }

  /** Takes the second factor off an account whose owner has lost it, and ends its sessions. The password stays. */
  async resetFactor(email: string): Promise<'DONE' | 'NO_SUCH_ACCOUNT' | 'NO_FACTOR'> {
    const account = await this.#find(email);
    if (!account) return 'NO_SUCH_ACCOUNT';
    const isDone = await this.#change(account, 'resetFactor', [], async (session) => {
      if (!(await this.#factors.remove(account.id, session))) return false;
      await this.#endSessionsOf(account.id, session);
      return true;
    });
    return isDone ? 'DONE' : 'NO_FACTOR';
  }

  #find(email: string): Promise<Account | null> {
    return this.#accounts.byEmail(email.trim().toLowerCase());
  }

  async #endSessionsOf(id: string, session: Session): Promise<void> {
    const now = this.#parts.now();
    await this.#sessions.endAllOf(id, 'ENDED', now, session);
    await this.#accounts.endSessions(id, now, session);
  }

  #change(
    of: Pick<Account, 'id' | 'role'>,
    act: ActName,
    after: readonly Note[],
    change: (session: Session) => Promise<boolean>,
  ): Promise<boolean> {
    return changeWithAct(this.#parts.database, this.#actOn(of, act, after), change);
  }

  #actOn({ id, role }: Pick<Account, 'id' | 'role'>, act: ActName, after: readonly Note[]): Act {
    const { operator, now: at, newId } = this.#parts;
    const actor = { id: operator, role: 'ADMIN', channel: 'CONSOLE' } as const;
    // The id of a customer's account is the customer's.
    const customerId = role === 'CUSTOMER' ? id : null;
    const deed = { id: actId(act, newId()), at: at(), act, subject: { kind: 'ACCOUNT', id } } as const;
    return actOf({ actor, requestId: newId() }, { ...deed, customerId, after });
  }
}
