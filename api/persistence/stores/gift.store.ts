import type { Instant } from '../../domain/calendar.ts';
import type { Gift } from '../../domain/gift-card/gift.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { GiftModel } from '../models/gift.model.ts';
import { toDate, toInstant } from './codec.ts';
import { VersionedStore } from './versioned.store.ts';

/** `gifts`: changed under the guard of their version, and kept for ever. */
export class GiftStore extends VersionedStore<GiftModel, Gift> {
  constructor(database: Database) {
    super(collectionOf<GiftModel>(database, GiftModel), { toDocument, fromDocument: giftFromDocument });
  }

  /** Those whose mail is to be sent by `now`, longest due first, at most `limit` of them. */
  findDue(now: Instant, limit: number): Promise<Gift[]> {
    // The type says nothing new, but without it the database would not use the partial index.
    const isDue = { mailAt: { $type: 'date' as const, $lte: new Date(now) } };
    return this.find(isDue, { sort: { mailAt: 1 }, limit });
  }

  /** The gifts of a sender, newest first, at most `limit` of them. */
  ofSender(senderId: string, limit: number): Promise<Gift[]> {
    return this.find({ senderId }, { sort: { createdAt: -1, _id: -1 }, limit });
  }
}

function toDocument(gift: Gift): GiftModel {
  const { id, deliverAt, expiresAt, mailAt, sentAt, endedAt, createdAt, updatedAt, keys, ...same } = gift;
  return {
    _id: id,
    ...same,
    ...{ deliverAt: toDate(deliverAt), expiresAt: toDate(expiresAt), mailAt: toDate(mailAt) },
    ...{ sentAt: toDate(sentAt), endedAt: toDate(endedAt) },
    ...{ createdAt: toDate(createdAt), updatedAt: toDate(updatedAt) },
    keys: keys.map((used) => ({ ...used, at: toDate(used.at) })),
  };
}

/** The gift that a sound document of the collection holds. */
export function giftFromDocument(document: GiftModel): Gift {
  const { _id, deliverAt, expiresAt, mailAt, sentAt, endedAt, createdAt, updatedAt, keys, ...same } =
    document;
  return {
    id: _id,
    ...same,
    ...{ deliverAt: toInstant(deliverAt), expiresAt: toInstant(expiresAt), mailAt: toInstant(mailAt) },
    ...{ sentAt: toInstant(sentAt), endedAt: toInstant(endedAt) },
    ...{ createdAt: toInstant(createdAt), updatedAt: toInstant(updatedAt) },
    keys: keys.map((used) => ({ ...used, at: toInstant(used.at) })),
  };
}
