import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import type { Reward, RewardStatus } from '../../domain/reward.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { beyond, sortOf, type Order, type Place } from '../keyset.ts';
import { RewardModel } from '../models/reward.model.ts';
import { toDate, toInstant } from './codec.ts';
import { StaleRead, type Change, type DocumentStore, type Session } from './document-store.ts';

export interface RewardQuery {
  readonly status?: readonly RewardStatus[];
  /** Only those in whose time this instant falls. */
  readonly validAt?: Instant;
}

/** A part of the list of rewards. */
export interface RewardStretch {
  readonly order: Order;
  readonly limit: number;
  readonly beyond?: Place | undefined;
}

/** `loyalty_rewards`: changed under the guard of their version. */
export class RewardStore implements DocumentStore<Reward> {
  readonly name = 'loyalty_rewards';
  readonly #collection: mongoose.mongo.Collection<RewardModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<RewardModel>(database, RewardModel);
  }

  async load(ids: readonly string[]): Promise<Map<string, Reward>> {
    const found = await this.#collection.find({ _id: { $in: [...ids] } }).toArray();
    return new Map(found.map((document) => [document._id, rewardFromDocument(document)]));
  }

  async save(changes: readonly Change<Reward>[], session: Session): Promise<void> {
    for (const { id, before, after } of changes) {
      const { _id, ...replacement } = toDocument(after);
      if (!before) {
        await this.#collection.insertOne({ _id, ...replacement }, { session });
        continue;
      }
      const filter = { _id: id, version: before.version };
      const { matchedCount } = await this.#collection.replaceOne(filter, replacement, { session });
      if (matchedCount !== 1) throw new StaleRead(this.name);
    }
  }

  /** Rewards that match, in the order asked for, at most `limit` of them beyond a place. */
  async list(query: RewardQuery, { order, limit, beyond: place }: RewardStretch): Promise<Reward[]> {
    const filter = { $and: [matching(query), place ? beyond(place, order) : {}] };
    const found = await this.#collection.find(filter, { sort: sortOf(order), limit }).toArray();
    return found.map(rewardFromDocument);
  }

  /** How many rewards match. There are as many as the shop has made by hand. */
  async count(query: RewardQuery): Promise<number> {
    return this.#collection.countDocuments(matching(query));
  }
}

function matching({ status, validAt }: RewardQuery): mongoose.mongo.Filter<RewardModel> {
  const at = validAt === undefined ? null : new Date(validAt);
  return {
    ...(status && { status: { $in: [...status] } }),
    ...(at && { validFrom: { $lte: at }, $or: [{ validUntil: null }, { validUntil: { $gt: at } }] }),
  };
}

function toDocument({
  id,
  validFrom,
  validUntil,
  createdAt,
  updatedAt,
  metadata,
  ...same
}: Reward): RewardModel {
  return {
    _id: id,
    ...same,
    metadata: [...metadata],
    validFrom: toDate(validFrom),
    validUntil: toDate(validUntil),
    createdAt: toDate(createdAt),
    updatedAt: toDate(updatedAt),
  };
}

/** The reward that a sound document of the collection holds. */
export function rewardFromDocument({
  _id,
  validFrom,
  validUntil,
  createdAt,
  updatedAt,
  ...same
}: RewardModel): Reward {
  return {
    id: _id,
    ...same,
    validFrom: toInstant(validFrom),
    validUntil: toInstant(validUntil),
    createdAt: toInstant(createdAt),
    updatedAt: toInstant(updatedAt),
  };
}
