import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import type { LargestOrders } from '../../domain/largest-orders.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { LargestOrdersModel } from '../models/largest-orders.model.ts';

/** `largest_orders`: what was counted once. */
export class LargestOrdersStore {
  readonly #collection: mongoose.mongo.Collection<LargestOrdersModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<LargestOrdersModel>(database, LargestOrdersModel);
  }

  /** What is remembered of a wallet since an instant; null where nothing is. */
  async find(walletId: string, since: Instant): Promise<LargestOrders | null> {
    const found = await this.#collection.findOne({ _id: idOf(walletId, since) });
    return found && largestOrdersFromDocument(found);
  }

  /** Remembers a count instead of any before. Each is right by itself, so of two at once either may stay. */
  async save({ since, reportsUpTo, ...same }: LargestOrders): Promise<void> {
    const times = { since: new Date(since), reportsUpTo: new Date(reportsUpTo) };
    await this.#collection.updateOne(
      { _id: idOf(same.walletId, since) },
      { $set: { ...same, ...times }, $currentDate: { countedAt: true } },
      { upsert: true },
    );
  }
}

/** The count that a sound document of the collection holds. */
export function largestOrdersFromDocument(document: LargestOrdersModel): LargestOrders {
  const { _id, countedAt: _, since, reportsUpTo, ...same } = document;
  return { ...same, since: since.getTime(), reportsUpTo: reportsUpTo.getTime() };
}

function idOf(walletId: string, since: Instant): string {
  return `${walletId}:${since}`;
}
