import type { mongoose } from '@typegoose/typegoose';
import { StaleRead, type Change, type DocumentStore, type Session } from './document-store.ts';
import type { Codec } from './insert-only.store.ts';

/** What is guarded by a version that each write raises. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
}

type Stored = mongoose.mongo.Document & { _id: string; version: number };

/** A collection whose documents are replaced under the guard of their version. */
export class VersionedStore<D extends Stored, T extends Versioned> implements DocumentStore<T> {
  readonly name: string;
  protected readonly collection: mongoose.mongo.Collection<D>;
  protected readonly codec: Codec<D, T>;

  constructor(collection: mongoose.mongo.Collection<D>, codec: Codec<D, T>) {
    this.name = collection.collectionName;
    this.collection = collection;
    this.codec = codec;
  }

  async load(ids: readonly string[]): Promise<Map<string, T>> {
    const found = await this.find({ _id: { $in: [...ids] } } as mongoose.mongo.Filter<D>);
    return new Map(found.map((value) => [value.id, value]));
  }

  async save(changes: readonly Change<T>[], session: Session): Promise<void> {
    for (const { id, before, after } of changes) {
      const document = this.codec.toDocument(after) as mongoose.mongo.OptionalUnlessRequiredId<D>;
      if (!before) {
        await this.collection.insertOne(document, { session });
        continue;
      }
      const guard = { _id: id, version: before.version } as mongoose.mongo.Filter<D>;
      const { matchedCount } = await this.collection.replaceOne(guard, document, { session });
      if (matchedCount !== 1) throw new StaleRead(this.name);
    }
  }

  protected async find(
    filter: mongoose.mongo.Filter<D>,
    options: mongoose.mongo.FindOptions = {},
  ): Promise<T[]> {
    const found = await this.collection.find(filter, options).toArray();
    return found.map((document) => this.codec.fromDocument(document as unknown as D));
  }
}
