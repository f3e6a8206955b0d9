import type { Referral } from '../../domain/referral.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { ReferralModel } from '../models/referral.model.ts';
import { InsertOnlyStore, type Codec } from './insert-only.store.ts';

const codec: Codec<ReferralModel, Referral> = {
  toDocument: ({ id, createdAt, ...same }) => ({ _id: id, ...same, createdAt: new Date(createdAt) }),
  fromDocument: ({ _id, createdAt, ...same }) => ({ id: _id, ...same, createdAt: createdAt.getTime() }),
};

/** `referrals`. */
export class ReferralStore extends InsertOnlyStore<ReferralModel, Referral> {
  constructor(database: Database) {
    super(collectionOf<ReferralModel>(database, ReferralModel), codec);
  }

  /** Those whom a customer brought, newest first, at most `limit` of them. */
  async byReferrer(referrerId: string, limit: number): Promise<Referral[]> {
    const found = await this.collection.find({ referrerId }, { sort: { createdAt: -1 }, limit }).toArray();
    return found.map(codec.fromDocument);
  }
}
