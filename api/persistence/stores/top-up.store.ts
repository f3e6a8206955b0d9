import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import { CURRENCY } from '../../domain/money.ts';
import type { TopUp } from '../../domain/top-up.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { TopUpModel } from '../models/top-up.model.ts';
import { toDate, toInstant } from './codec.ts';
import { StaleRead, type Change, type DocumentStore, type Session } from './document-store.ts';

/** A place in the list of a wallet's top-ups. */
export interface TopUpPosition {
  readonly createdAt: Instant;
  readonly id: string;
}

/** `top_ups`: changed under the guard of their version. */
export class TopUpStore implements DocumentStore<TopUp> {
  readonly name = 'top_ups';
  readonly #collection: mongoose.mongo.Collection<TopUpModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<TopUpModel>(database, TopUpModel);
  }

  async load(ids: readonly string[]): Promise<Map<string, TopUp>> {
    const found = await this.#find({ _id: { $in: [...ids] } });
    return new Map(found.map((topUp) => [topUp.id, topUp]));
  }

  async save(changes: readonly Change<TopUp>[], session: Session): Promise<void> {
    const fresh = changes.filter(({ before }) => !before).map(({ after }) => toDocument(after));
    if (fresh.length > 0) await this.#collection.insertMany(fresh, { session });
    const changed = changes.flatMap(({ id, before, after }) => {
      const { _id, ...replacement } = toDocument(after);
      return before ? [{ replaceOne: { filter: { _id: id, version: before.version }, replacement } }] : [];
    });
    if (changed.length === 0) return;
    const { matchedCount } = await this.#collection.bulkWrite(changed, { session, ordered: false });
    if (matchedCount !== changed.length) throw new StaleRead(this.name);
  }

  /** The top-ups that the provider calls by any of these names: one, unless the names do not belong together. */
  async findByProviderIds(provider: string, ids: readonly string[]): Promise<TopUp[]> {
    return ids.length === 0 ? [] : this.#find({ provider, providerIds: { $in: [...ids] } });
  }

  /** The top-ups for which any of these payments of the provider's was credited. */
  async findByPaymentIds(provider: string, ids: readonly string[]): Promise<TopUp[]> {
    return ids.length === 0 ? [] : this.#find({ provider, 'payments.id': { $in: [...ids] } });
  }

  /** The top-up that a customer would quote this reference for; null when there is none. */
  async findByReference(reference: string): Promise<TopUp | null> {
    return (await this.#find({ reference }))[0] ?? null;
  }

  /** The top-ups that the provider is to be asked about at `now`, longest due first, at most `limit` of them. */
  async findDue(now: Instant, limit: number): Promise<TopUp[]> {
    return this.#find({ nextPollAt: { $lte: new Date(now) } }, { sort: { nextPollAt: 1 }, limit });
  }

  /** The top-ups of a wallet, newest first, at most `limit` of them after a position. */
  async ofWallet(walletId: string, limit: number, after?: TopUpPosition): Promise<TopUp[]> {
    const filter = after ? { walletId, ...olderThan(after) } : { walletId };
    return this.#find(filter, { sort: { createdAt: -1, _id: -1 }, limit });
  }

  /** How many top-ups a wallet has ever had; counts at most `limit`. */
  async countOf(walletId: string, limit: number): Promise<number> {
    return this.#collection.countDocuments({ walletId }, { limit });
  }

  async #find(
    filter: mongoose.mongo.Filter<TopUpModel>,
    options: mongoose.mongo.FindOptions = {},
  ): Promise<TopUp[]> {
    return (await this.#collection.find(filter, options).toArray()).map(topUpFromDocument);
  }
}

function olderThan({ createdAt, id }: TopUpPosition): mongoose.mongo.Filter<TopUpModel> {
  const at = new Date(createdAt);
  return { $or: [{ createdAt: { $lt: at } }, { createdAt: at, _id: { $lt: id } }] };
}

function toDocument(topUp: TopUp): TopUpModel {
  const { id, nextPollAt, expiresAt, createdAt, updatedAt, settledAt, ...same } = topUp;
  return {
    _id: id,
    ...same,
    currency: CURRENCY,
    providerIds: [...same.providerIds],
    payments: [...same.payments],
    doubts: same.doubts.map((doubt) => ({ ...doubt, at: toDate(doubt.at) })),
    nextPollAt: toDate(nextPollAt),
    expiresAt: toDate(expiresAt),
    createdAt: toDate(createdAt),
    updatedAt: toDate(updatedAt),
    settledAt: toDate(settledAt),
  };
}

/** The top-up that a sound document of the collection holds. */
export function topUpFromDocument(document: TopUpModel): TopUp {
  const { _id, currency, nextPollAt, expiresAt, createdAt, updatedAt, settledAt, ...same } = document;
  return {
    id: _id,
    ...same,
    doubts: same.doubts.map((doubt) => ({ ...doubt, at: toInstant(doubt.at) })),
    nextPollAt: toInstant(nextPollAt),
    expiresAt: toInstant(expiresAt),
    createdAt: toInstant(createdAt),
    updatedAt: toInstant(updatedAt),
    settledAt: toInstant(settledAt),
  };
}
