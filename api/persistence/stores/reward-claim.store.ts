import type { mongoose } from '@typegoose/typegoose';
import { claimantOf, type RewardClaim } from '../../domain/reward.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import type { Order } from '../keyset.ts';
import { RewardClaimModel } from '../models/reward-claim.model.ts';
import { InsertOnlyStore, type Codec } from './insert-only.store.ts';

const codec: Codec<RewardClaimModel, RewardClaim> = {
  toDocument: ({ id, claimedAt, ...same }) => ({ _id: id, ...same, claimedAt: new Date(claimedAt) }),
  fromDocument: ({ _id, claimedAt, ...same }) => ({ id: _id, ...same, claimedAt: claimedAt.getTime() }),
};

/** `reward_claims`. */
export class RewardClaimStore extends InsertOnlyStore<RewardClaimModel, RewardClaim> {
  constructor(database: Database) {
    super(collectionOf<RewardClaimModel>(database, RewardClaimModel), codec);
  }

  /** The claims of a customer in the order asked for, at most `limit` of them. */
  async ofCustomer(customerId: string, order: Order, limit: number): Promise<RewardClaim[]> {
    const claimedAt = order === 'NEWEST_FIRST' ? -1 : 1;
    const found = await this.collection.find({ customerId }, { sort: { claimedAt }, limit }).toArray();
    return found.map(codec.fromDocument);
  }

  protected override named(ids: readonly string[]): mongoose.mongo.Filter<RewardClaimModel> {
    return { ...super.named(ids), customerId: { $in: [...new Set(ids.map(claimantOf))] } };
  }
}
