import type { mongoose } from '@typegoose/typegoose';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { startingWith } from '../keyset.ts';
import { UniqueValueModel } from '../models/unique-value.model.ts';
import type { Session } from './document-store.ts';

/** What values name, and whose they are. */
export const valueOf = {
  /** Of a wallet. */
  referralCode: (code: string) => `referral-code:${code}`,
  /** Of a wallet, in references to its entries. */
  shortCode: (code: string) => `short-code:${code}`,
  /** Of a campaign, for everybody who has read it somewhere. */
  sharedCode: (code: string) => `shared-code:${code}`,
  /** Of a top-up, as its customer quotes it. */
  reference: (reference: string) => `reference:${reference}`,
  /** Of a top-up, as the provider calls it. */
  providerId: (provider: string, id: string) => `provider-id:${provider}:${id}`,
  /** Of the top-up for which the payment was credited. */
  paymentId: (provider: string, id: string) => `payment-id:${provider}:${id}`,
};

/** A value and the id of the document that has it. */
export type Holding = UniqueValueModel;

/** Stands there once the values that older versions guarded otherwise were written down. It is nobody's. */
export const BEGUN: Holding = { _id: 'begun', holder: 'begun' };

/** Stands there once wallets from before there were short codes were given some. It is nobody's. */
export const GIVEN: Holding = { _id: 'short-codes-given', holder: 'short-codes-given' };

/** `unique_values`: what leads from a value to the one document that has it. */
export class UniqueValues {
  readonly #collection: mongoose.mongo.Collection<UniqueValueModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<UniqueValueModel>(database, UniqueValueModel);
  }

  /**
   * Makes values theirs who hold them, within the transaction that writes the holders: a duplicate key when another has one of
   * them. A holder may take what it has already. All batches take values in the same order, so that none lock crosswise.
   */
  async take(holdings: readonly Holding[], session: Session): Promise<void> {
    if (holdings.length === 0) return;
    const taken = holdings
      .toSorted((a, b) => (a._id < b._id ? -1 : 1))
      .map((filter) => ({ updateOne: { filter, update: { $setOnInsert: filter }, upsert: true } }));
    await this.#collection.bulkWrite(taken, { session, ordered: true });
  }

  /** Makes a value somebody's who is alone with it; what is there already stays as it is. */
  async note(holding: Holding): Promise<void> {
    await this.#collection.updateOne({ _id: holding._id }, { $setOnInsert: holding }, { upsert: true });
  }

  /** Who holds these values; those that nobody has are missing. */
  async holders(values: readonly string[]): Promise<Map<string, string>> {
    const found = await this.#collection.find({ _id: { $in: [...values] } }).toArray();
    return new Map(found.map(({ _id, holder }) => [_id, holder]));
  }

  /** Who holds values that begin like this, at most `limit` of them. */
  async holdersBeginning(prefix: string, limit: number): Promise<string[]> {
    const found = await this.#collection.find({ _id: startingWith(prefix) }, { limit }).toArray();
    return found.map(({ holder }) => holder);
  }
}
