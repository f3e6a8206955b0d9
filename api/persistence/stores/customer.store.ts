import type { mongoose } from '@typegoose/typegoose';
import type { Customer } from '../../domain/customer.ts';
import { searchKeysOf } from '../../domain/customer-search.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { CustomerModel } from '../models/customer.model.ts';
import { StaleRead, type Change, type DocumentStore, type Session } from './document-store.ts';

/** `customers`: the people the shop knows. */
export class CustomerStore implements DocumentStore<Customer> {
  readonly name = 'customers';
  readonly #collection: mongoose.mongo.Collection<CustomerModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<CustomerModel>(database, CustomerModel);
  }

  /** The customers with these ids; those that do not exist are missing from the map. */
  async load(ids: readonly string[]): Promise<Map<string, Customer>> {
    const documents = await this.#collection.find({ _id: { $in: [...ids] } }).toArray();
    return new Map(documents.map((document) => [document._id, customerFromDocument(document)]));
  }

  async save(changes: readonly Change<Customer>[], session: Session): Promise<void> {
    const writes = changes.map(({ id, before, after }) => {
      const { createdAt, id: _, ...known } = after;
      const searchKeys = searchKeysOf(after);
      if (!before) {
        return {
          insertOne: { document: { _id: id, ...known, createdAt: new Date(createdAt), searchKeys } },
        };
      }
      // What is known of a customer is its version: whoever changed it meanwhile is seen by that.
      const { name, email, phone, language } = before;
      const filter = { _id: id, name, email, phone, language };
      return { updateOne: { filter, update: { $set: { ...known, searchKeys } } } };
    });
    const { matchedCount, insertedCount } = await this.#collection.bulkWrite(writes, {
      session,
      ordered: false,
    });
    if (matchedCount + insertedCount !== writes.length) throw new StaleRead(this.name);
  }
}

/** The customer that a sound document of the collection holds. */
export function customerFromDocument({ _id, createdAt, searchKeys: _, ...known }: CustomerModel): Customer {
  return { id: _id, ...known, createdAt: createdAt.getTime() };
}
