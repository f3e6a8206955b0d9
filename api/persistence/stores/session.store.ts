import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { SessionModel } from '../models/session.model.ts';
import { toDate, toInstant } from './codec.ts';

export interface StoredSession {
  readonly id: string;
  readonly accountId: string;
  readonly tokenHash: string;
  readonly previousTokenHash: string | null;
  readonly rotatedAt: Instant;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** `sessions`: sign-ins that are kept alive by refresh tokens. */
export class SessionStore {
  readonly #collection: mongoose.mongo.Collection<SessionModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<SessionModel>(database, SessionModel);
  }

  async create({ id, rotatedAt, createdAt, expiresAt, ...session }: StoredSession): Promise<void> {
    await this.#collection.insertOne({
      _id: id,
      ...session,
      rotatedAt: toDate(rotatedAt),
      createdAt: toDate(createdAt),
      expiresAt: toDate(expiresAt),
    });
  }

  /** The session, unless it has ended or run out. */
  async byId(id: string, now: Instant): Promise<StoredSession | null> {
    const found = await this.#collection.findOne({ _id: id, expiresAt: { $gt: new Date(now) } });
    if (!found) return null;
    const { _id, rotatedAt, createdAt, expiresAt, ...session } = found;
    return {
      id: _id,
      ...session,
      rotatedAt: toInstant(rotatedAt),
      createdAt: toInstant(createdAt),
      expiresAt: toInstant(expiresAt),
    };
  }

  /** Replaces the token of a session, if it still is the one named. Of several that try at once, one succeeds. */
  async rotate(change: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly now: Instant;
  }): Promise<boolean> {
    const { id, from, to, now } = change;
    const { modifiedCount } = await this.#collection.updateOne(
      { _id: id, tokenHash: from, expiresAt: { $gt: new Date(now) } },
      { $set: { tokenHash: to, previousTokenHash: from, rotatedAt: new Date(now) } },
    );
    return modifiedCount === 1;
  }

  async end(id: string): Promise<void> {
    await this.#collection.deleteOne({ _id: id });
  }

  async endAllOf(accountId: string): Promise<void> {
    await this.#collection.deleteMany({ accountId });
  }
}
