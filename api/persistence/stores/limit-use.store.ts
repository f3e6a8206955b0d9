import type { LimitUse } from '../../domain/act-limits.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { LimitUseModel } from '../models/limit-use.model.ts';
import { VersionedStore } from './versioned.store.ts';

/** `limit_uses`: what people have done of their limits, written with what they did. */
export class LimitUseStore extends VersionedStore<LimitUseModel, LimitUse> {
  constructor(database: Database) {
    super(collectionOf<LimitUseModel>(database, LimitUseModel), {
      toDocument: ({ id, ...same }) => ({ _id: id, ...same }),
      fromDocument: ({ _id, ...same }) => ({ id: _id, ...same }),
    });
  }
}
