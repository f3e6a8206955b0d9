import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { AccountModel, type AccountPurpose, type AccountRole } from '../models/account.model.ts';
import { failureOf } from '../transaction.ts';
import { toInstant } from './codec.ts';
import type { Session } from './document-store.ts';

export type { AccountRole } from '../models/account.model.ts';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly passwordHash: string;
  readonly sessionVersion: number;
  /** Null for somebody who really signs in. */
  readonly madeFor: AccountPurpose | null;
  /** Makes devices known on which it was signed in; null when there is none. */
  readonly deviceKey: string | null;
  /** Whether it was closed: nobody signs in to it. */
  readonly isDisabled: boolean;
  /** By what the second step of its sign-in is proved; null when there is none. */
  readonly secondFactor: AccountFactor | null;
  /** A secret that its owner has yet to prove to have; null when none is being set up. */
  readonly pendingFactor: { readonly sealedSecret: string; readonly expiresAt: Instant } | null;
}

export interface AccountFactor {
  readonly sealedSecret: string;
  readonly since: Instant;
  readonly lastStep: number;
  readonly recoveryCodesLeft: number;
}

/** The link of an account, by the hash of its secret. */
export interface OfferedLink {
  readonly id: string;
  readonly hash: string;
}

type SavedAccount = Pick<Account, 'id' | 'email' | 'name' | 'role' | 'passwordHash'> & {
  readonly madeFor?: AccountPurpose;
};

/** `accounts`: who may sign in with a password. */
export class AccountStore {
  readonly #collection: mongoose.mongo.Collection<AccountModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<AccountModel>(database, AccountModel);
  }

  /** The account with this address, in lower case; null if there is none. */
  async byEmail(email: string): Promise<Account | null> {
    return fromDocument(await this.#collection.findOne({ email }));
  }

  async byId(id: string): Promise<Account | null> {
    return fromDocument(await this.#collection.findOne({ _id: id }));
  }

  /** The names of those of these accounts that belong to people of the shop. */
  async staffNames(ids: readonly string[]): Promise<Map<string, string>> {
    const named = { _id: { $in: [...ids] }, role: { $in: ['STAFF', 'ADMIN'] satisfies AccountRole[] } };
    const found = this.#collection.find(named, { projection: { name: 1 }, limit: ids.length });
    return new Map((await found.toArray()).map(({ _id, name }) => [_id, name]));
  }

  /** What makes devices known to this account. The first who needs it gives it one; of several at once one does. */
  async deviceKeyOf(id: string, newKey: string): Promise<string> {
    await this.#collection.updateOne(
      { _id: id, deviceKey: { $exists: false } },
      { $set: { deviceKey: newKey } },
    );
    return (await this.#collection.findOne({ _id: id }))?.deviceKey ?? newKey;
  }

  /**
   * Creates the account, or changes its name, role and password, which are then all it takes to sign in: a second factor goes.
   * Sessions and their version stay, and what it was made for.
   */
  async save(account: SavedAccount, now: Instant): Promise<void> {
    const { id, ...known } = account;
    const at = new Date(now);
    await this.#collection.updateOne(
      { _id: id },
      {
        $set: known,
        $unset: { secondFactor: '', pendingFactor: '' },
        $setOnInsert: { sessionVersion: 0, sessionsEndedAt: at, createdAt: at },
      },
      { upsert: true },
    );
  }

  /** Creates the account. False when its id or its address is taken. */
  async create(
    { id, ...known }: Omit<SavedAccount, 'madeFor'>,
    now: Instant,
    session: Session,
  ): Promise<boolean> {
    const at = new Date(now);
    try {
      const times = { sessionVersion: 0, sessionsEndedAt: at, createdAt: at };
      await this.#collection.insertOne({ _id: id, ...known, ...times }, { session });
      return true;
    } catch (error) {
      if (failureOf(error) === 'DUPLICATE_KEY') return false;
      throw error;
    }
  }

  /** Opens the account to whoever has its link, with this hash instead of its password. */
  async open(id: string, passwordHash: string, session: Session): Promise<void> {
    await this.#collection.updateOne(
      { _id: id },
      { $set: { passwordHash }, $unset: { disabledAt: '' } },
      { session },
    );
  }

  /** Closes the account, and takes its link back. */
  async disable(id: string, now: Instant, session: Session): Promise<void> {
    await this.#collection.updateOne(
      { _id: id },
      { $set: { disabledAt: new Date(now) }, $unset: { linkHash: '', linkExpiresAt: '' } },
      { session },
    );
  }

  /** Lets whoever has the link choose a password, once and until then. An earlier link is good for nothing. */
  async offer(id: string, linkHash: string, expiresAt: Instant, session: Session): Promise<void> {
    const link = { linkHash, linkExpiresAt: new Date(expiresAt) };
    await this.#collection.updateOne({ _id: id }, { $set: link }, { session });
  }

  /** Whether the link can be used. */
  async hasOffer(link: OfferedLink, now: Instant): Promise<boolean> {
    return (await this.#collection.countDocuments(usable(link, now), { limit: 1 })) === 1;
  }

  /** Sets the password, and the link is used up. Of several who use it at once one succeeds. */
  async acceptOffer(link: OfferedLink, passwordHash: string, now: Instant): Promise<boolean> {
    const { modifiedCount } = await this.#collection.updateOne(usable(link, now), {
      $set: { passwordHash },
      $unset: { linkHash: '', linkExpiresAt: '' },
    });
    return modifiedCount === 1;
  }

  /** The address of an account made for a demo, or of one of these, from before accounts said so; null without any. */
  async anyOfDemo(addresses: readonly string[]): Promise<string | null> {
    const made = await this.#collection.findOne({ madeFor: 'DEMO' }, { hint: 'madeFor' });
    return (made ?? (await this.#collection.findOne({ email: { $in: [...addresses] } })))?.email ?? null;
  }

  /** Makes every access token issued so far invalid, forgets the devices, and answers the version that holds from now on; null without such an account. */
  async endSessions(id: string, now: Instant, session?: Session): Promise<number | null> {
    const account = await this.#collection.findOneAndUpdate(
      { _id: id },
      { $inc: { sessionVersion: 1 }, $set: { sessionsEndedAt: new Date(now) }, $unset: { deviceKey: '' } },
      { returnDocument: 'after', ...(session && { session }) },
    );
    return account?.sessionVersion ?? null;
  }

  /** The accounts whose sessions were ended at or after a moment, with the version that holds; at most 10,000. */
  async endedSince(since: Instant): Promise<Map<string, number>> {
    const accounts = await this.#collection
      .find({ sessionsEndedAt: { $gte: new Date(since) } })
      .project<Pick<AccountModel, '_id' | 'sessionVersion'>>({ sessionVersion: 1 })
      .limit(10_000)
      .toArray();
    return new Map(accounts.map(({ _id, sessionVersion }) => [_id, sessionVersion]));
  }
}

function usable({ id, hash }: OfferedLink, now: Instant) {
  const isOpen = { disabledAt: { $exists: false } };
  return { _id: id, linkHash: hash, linkExpiresAt: { $gt: new Date(now) }, ...isOpen };
}

function fromDocument(document: AccountModel | null): Account | null {
  if (!document) return null;
  const { _id, email, name, role, passwordHash, sessionVersion, madeFor = null, deviceKey = null } = document;
  return {
    ...{ id: _id, email, name, role, passwordHash, sessionVersion, madeFor, deviceKey },
    isDisabled: document.disabledAt !== undefined,
    secondFactor: factorOf(document),
    pendingFactor: pendingOf(document),
  };
}

function factorOf({ secondFactor }: AccountModel): AccountFactor | null {
  if (!secondFactor) return null;
  const { sealedSecret, since, lastStep, recoveryHashes } = secondFactor;
  return { sealedSecret, lastStep, since: toInstant(since), recoveryCodesLeft: recoveryHashes.length };
}

function pendingOf({ pendingFactor }: AccountModel): Account['pendingFactor'] {
  return pendingFactor ? { ...pendingFactor, expiresAt: toInstant(pendingFactor.expiresAt) } : null;
}
