import { searchKeysOf } from '../../domain/customer-search.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { CustomerModel } from '../models/customer.model.ts';
import { customerFromDocument } from '../stores/customer.store.ts';

const TOGETHER = 1_000;
const WITHOUT = { searchKeys: { $exists: false } };

/** Gives search keys to customers saved before there were any. The index tells at once when none are left. */
export async function fillSearchKeys(database: Database): Promise<void> {
  const customers = collectionOf<CustomerModel>(database, CustomerModel);
  for (;;) {
    const found = await customers.find(WITHOUT, { limit: TOGETHER, hint: 'searchKeys' }).toArray();
    if (found.length === 0) return;
    const updates = found.map((document) => ({
      updateOne: {
        filter: { _id: document._id, ...WITHOUT },
        update: { $set: { searchKeys: searchKeysOf(customerFromDocument(document)) } },
      },
    }));
    await customers.bulkWrite(updates, { ordered: false });
  }
}
