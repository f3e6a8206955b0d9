import type { mongoose } from '@typegoose/typegoose';
import type { Change, DocumentStore, Session } from './document-store.ts';

/** How a document becomes a value and back. */
export interface Codec<D, T> {
  toDocument(value: T): D;
  fromDocument(document: D): T;
}

/** A collection whose documents are written once: the unique `_id` is all the guard they need. */
export class InsertOnlyStore<D extends { _id: string }, T> implements DocumentStore<T> {
  readonly name: string;
  protected readonly collection: mongoose.mongo.Collection<D>;
  protected readonly codec: Codec<D, T>;

  constructor(collection: mongoose.mongo.Collection<D>, codec: Codec<D, T>) {
    this.name = collection.collectionName;
    this.collection = collection;
    this.codec = codec;
  }

  async load(ids: readonly string[]): Promise<Map<string, T>> {
    const found = await this.collection.find(this.named(ids), { hint: '_id_' }).toArray();
    return new Map(
      found.map((document) => [document._id, this.codec.fromDocument(document as unknown as D)]),
    );
  }

  /** The documents with these ids; a collection that is spread over shards by another field names that as well. */
  protected named(ids: readonly string[]): mongoose.mongo.Filter<D> {
    return { _id: { $in: [...ids] } } as mongoose.mongo.Filter<D>;
  }

  async save(changes: readonly Change<T>[], session: Session): Promise<void> {
    const documents = changes.map(({ after }) => this.codec.toDocument(after));
    await this.collection.insertMany(documents as mongoose.mongo.OptionalUnlessRequiredId<D>[], { session });
  }
}
