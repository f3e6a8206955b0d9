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

  /** What each order of a customer since an instant came to, in paise. */
  async reportedSince(customerId: string, since: Instant): Promise<Map<string, Paise>> {
    const orders = await this.collection
      .find({ customerId, at: { $gte: new Date(since) } }, { projection: { amount: 1 } })
      .toArray();
    return new Map(orders.map(({ _id, amount }) => [_id, amount]));
  }
}

/** The order that a sound document of the collection holds. */
export function purchaseFromDocument({ _id, at, recordedAt, ...same }: PurchaseModel): Purchase {
  return { id: _id, ...same, at: at.getTime(), recordedAt: recordedAt.getTime() };
}
