import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import type { Paise } from '../../domain/money.ts';
import type { Purchase } from '../../domain/purchase.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { PurchaseModel } from '../models/purchase.model.ts';
import { InsertOnlyStore, type Codec } from './insert-only.store.ts';

const codec: Codec<PurchaseModel, Purchase> = {
  toDocument: ({ id, at, recordedAt, ...same }) => ({
    _id: id,
    ...same,
    at: new Date(at),
    recordedAt: new Date(recordedAt),
  }),
  fromDocument: purchaseFromDocument,
};

/** `purchases`. */
export class PurchaseStore extends InsertOnlyStore<PurchaseModel, Purchase> {
  constructor(database: Database) {
    super(collectionOf<PurchaseModel>(database, PurchaseModel), codec);
  }

  /** What the orders of a customer since an instant that were recorded later than another came to, in paise. */
  reportedLately(customerId: string, since: Instant, recordedSince: Instant): Promise<Map<string, Paise>> {
    const lately = { customerId, recordedAt: { $gte: new Date(recordedSince) } };
    return this.#amounts({ ...lately, at: { $gte: new Date(since) } }, { hint: 'customerId_recordedAt' });
  }

  /** What the `limit` largest orders of a customer since an instant came to, in paise, the largest first. */
  largestReported(customerId: string, since: Instant, limit: number): Promise<Map<string, Paise>> {
    return this.#amounts({ customerId, at: { $gte: new Date(since) } }, { sort: { amount: -1 }, limit });
  }

  async #amounts(
    filter: mongoose.mongo.Filter<PurchaseModel>,
    options: mongoose.mongo.FindOptions,
  ): Promise<Map<string, Paise>> {
    const orders = await this.collection.find(filter, { ...options, projection: { amount: 1 } }).toArray();
    return new Map(orders.map(({ _id, amount }) => [_id, amount]));
  }
}

/** The order that a sound document of the collection holds. */
export function purchaseFromDocument({ _id, at, recordedAt, ...same }: PurchaseModel): Purchase {
  return { id: _id, ...same, at: at.getTime(), recordedAt: recordedAt.getTime() };
}
