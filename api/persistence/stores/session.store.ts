import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { SessionModel, type SessionEnd } from '../models/session.model.ts';
import { toDate, toInstant } from './codec.ts';
import type { Session } from './document-store.ts';

export type { SessionEnd } from '../models/session.model.ts';

export interface StoredSession {
  readonly id: string;
  readonly accountId: string;
  readonly tokenHash: string;
  readonly previousTokenHash: string | null;
  /** When the present token was last handed out. */
  readonly rotatedAt: Instant;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** Null in a session of an older release. */
  readonly chainKey: string | null;
  /** How often the token was replaced. */
  readonly generation: number;
  /** Whether what was handed out with the present token has been used. */
  readonly hasArrived: boolean;
  readonly device: string | null;
  /** Why it is over; null while it lives. */
  readonly endedBecause: SessionEnd | null;
}

export type NewSession = Pick<StoredSession, 'id' | 'accountId' | 'tokenHash' | 'createdAt' | 'expiresAt'> & {
  readonly chainKey: string;
  readonly device: string;
};

const ALIVE = { endedAt: { $exists: false } };
/** No hash looks like this, for releases that do not know that sessions end. */
const NO_TOKEN = 'ended';
/** One person has a handful. */
const MOST_SHOWN = 50;

/** `sessions`: sign-ins that are kept alive by refresh tokens. */
export class SessionStore {
  readonly #collection: mongoose.mongo.Collection<SessionModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<SessionModel>(database, SessionModel);
  }

  async create({ id, createdAt, expiresAt, ...session }: NewSession): Promise<void> {
    await this.#collection.insertOne({
      _id: id,
      ...session,
      previousTokenHash: null,
      generation: 0,
      hasArrived: false,
      rotatedAt: toDate(createdAt),
      createdAt: toDate(createdAt),
      expiresAt: toDate(expiresAt),
    });
  }

  /** The session, also if it was ended, until its time is over. */
  async byId(id: string, now: Instant): Promise<StoredSession | null> {
    const found = await this.#collection.findOne({ _id: id, expiresAt: { $gt: new Date(now) } });
    return found && fromDocument(found);
  }

  /** The sessions of an account that are alive, the one used last first; at most 50. */
  async aliveOf(accountId: string, now: Instant): Promise<StoredSession[]> {
    const found = this.#collection
      .find({ accountId, expiresAt: { $gt: new Date(now) }, ...ALIVE })
      .sort({ rotatedAt: -1 })
      .limit(MOST_SHOWN);
    return (await found.toArray()).map(fromDocument);
  }

  /** Replaces the token of a session, if it still is the one named. Of several that try at once, one succeeds. */
  async rotate(change: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly chainKey: string;
    readonly now: Instant;
  }): Promise<boolean> {
    const { id, from, to, chainKey, now } = change;
    const { modifiedCount } = await this.#collection.updateOne(
      { _id: id, tokenHash: from, ...ALIVE },
      {
        $set: {
          tokenHash: to,
          previousTokenHash: from,
          rotatedAt: new Date(now),
          chainKey,
          hasArrived: false,
        },
        $inc: { generation: 1 },
      },
    );
    return modifiedCount === 1;
  }

  /** Notes that the present token was handed out once more. */
  async handedOut(id: string, tokenHash: string, now: Instant): Promise<void> {
    await this.#collection.updateOne(
      { _id: id, tokenHash, ...ALIVE },
      { $set: { rotatedAt: new Date(now) } },
    );
  }

  /** Notes that what was handed out with the token of this generation has been used. */
  async arrived(id: string, generation: number): Promise<void> {
    await this.#collection.updateOne(
      { _id: id, generation, hasArrived: false, ...ALIVE },
      { $set: { hasArrived: true } },
    );
  }

  /** Ends a session, of this account if one is named. False when there is none that lives. */
  async end(end: {
    readonly id: string;
    readonly accountId?: string;
    readonly because: SessionEnd;
    readonly now: Instant;
  }): Promise<boolean> {
    const { id, accountId, because, now } = end;
    const { modifiedCount } = await this.#collection.updateOne(
      { _id: id, ...(accountId !== undefined && { accountId }), expiresAt: { $gt: new Date(now) }, ...ALIVE },
      ended(because, now),
    );
    return modifiedCount === 1;
  }

  async endAllOf(accountId: string, because: SessionEnd, now: Instant, session?: Session): Promise<void> {
    const options = session ? { session } : {};
    await this.#collection.updateMany({ accountId, ...ALIVE }, ended(because, now), options);
  }

  /** The sessions that were ended at or after a moment; at most 10,000, the latest first. */
  async endedSince(since: Instant): Promise<string[]> {
    const found = await this.#collection
      .find({ endedAt: { $gte: new Date(since) } })
      .project<Pick<SessionModel, '_id'>>({ _id: 1 })
      .sort({ endedAt: -1 })
      .limit(10_000)
      .toArray();
    return found.map(({ _id }) => _id);
  }
}

function ended(because: SessionEnd, now: Instant) {
  return {
    $set: {
      tokenHash: NO_TOKEN,
      previousTokenHash: null,
      endedAt: new Date(now),
      endedBecause: because,
    },
  };
}

function fromDocument(document: SessionModel): StoredSession {
  const { _id, accountId, tokenHash, previousTokenHash, rotatedAt, createdAt, expiresAt } = document;
  return {
    id: _id,
    accountId,
    tokenHash,
    previousTokenHash,
    rotatedAt: toInstant(rotatedAt),
    createdAt: toInstant(createdAt),
    expiresAt: toInstant(expiresAt),
    chainKey: document.chainKey ?? null,
    generation: document.generation ?? 0,
    hasArrived: document.hasArrived ?? false,
    device: document.device ?? null,
    endedBecause: document.endedBecause ?? null,
  };
}
