import type { mongoose } from '@typegoose/typegoose';
import type { BulkCredit, RefusedRow } from '../../domain/bulk-credit.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { BulkCreditModel, type RefusedRowDocument } from '../models/bulk-credit.model.ts';
import { toDate, toInstant } from './codec.ts';
import { StaleRead, type Change, type DocumentStore, type Session } from './document-store.ts';

/** `bulk_credits`: changed under the guard of their version while their rows are decided, and kept for ever. */
export class BulkCreditStore implements DocumentStore<BulkCredit> {
  readonly name = 'bulk_credits';
  readonly #collection: mongoose.mongo.Collection<BulkCreditModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<BulkCreditModel>(database, BulkCreditModel);
  }

  async load(ids: readonly string[]): Promise<Map<string, BulkCredit>> {
    const found = await this.#collection.find({ _id: { $in: [...ids] } }).toArray();
    return new Map(found.map((document) => [document._id, bulkCreditFromDocument(document)]));
  }

  async save(changes: readonly Change<BulkCredit>[], session: Session): Promise<void> {
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
}

function toDocument({ id, refusals, counted, createdAt, updatedAt, ...same }: BulkCredit): BulkCreditModel {
  return {
    _id: id,
    ...same,
    refusals: refusals.map(refusedRowToDocument),
    ...(counted !== null && { counted }),
    createdAt: toDate(createdAt),
    updatedAt: toDate(updatedAt),
  };
}

/** The bulk credit that a sound document of the collection holds. */
export function bulkCreditFromDocument(document: BulkCreditModel): BulkCredit {
  const { _id, refusals, counted = null, createdAt, updatedAt, ...same } = document;
  return {
    id: _id,
    ...same,
    refusals: refusals.map(refusedRowFromDocument),
    counted,
    createdAt: toInstant(createdAt),
    updatedAt: toInstant(updatedAt),
  };
}

function refusedRowToDocument({ row, refusal }: RefusedRow): RefusedRowDocument {
  return {
    row,
    ...refusal,
    ...('since' in refusal && { since: toDate(refusal.since) }),
    ...('firstUsedAt' in refusal && { firstUsedAt: toDate(refusal.firstUsedAt) }),
  } as RefusedRowDocument;
}

/** The validator of the collection vouches for the details of each code. */
function refusedRowFromDocument({ row, since, firstUsedAt, ...same }: RefusedRowDocument): RefusedRow {
  const moments = {
    ...(since && { since: toInstant(since) }),
    ...(firstUsedAt && { firstUsedAt: toInstant(firstUsedAt) }),
  };
  return { row, refusal: { ...same, ...moments } as Refusal };
}
