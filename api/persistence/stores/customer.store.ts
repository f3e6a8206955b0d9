import type { mongoose } from '@typegoose/typegoose';
import type { Customer } from '../../domain/customer.ts';
import { searchKeysOf } from '../../domain/customer-search.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { CustomerModel } from '../models/customer.model.ts';

/** `customers`: the people the shop knows. They hold no money, so they are saved directly and not by the engine. */
export class CustomerStore {
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

  /** Creates the customer or replaces what is known of it; when it was first seen stays. */
  async save({ id, createdAt, ...known }: Customer): Promise<Customer> {
    const searchKeys = searchKeysOf({ id, ...known });
    const saved = await this.#collection.findOneAndUpdate(
      { _id: id },
      { $set: { ...known, searchKeys }, $setOnInsert: { createdAt: new Date(createdAt) } },
      { upsert: true, returnDocument: 'after' },
    );
    if (!saved) throw new Error(`Customer ${id} was saved but not answered.`);
    return customerFromDocument(saved);
  }
}

/** The customer that a sound document of the collection holds. */
export function customerFromDocument({ _id, createdAt, searchKeys: _, ...known }: CustomerModel): Customer {
  return { id: _id, ...known, createdAt: createdAt.getTime() };
}
