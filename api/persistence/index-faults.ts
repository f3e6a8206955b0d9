import type { IndexDefinition, IndexOptions } from 'mongoose';
import { MODELS, modelOf } from './collections.ts';
import type { Database } from './connection.ts';

const FEW = 5;

export interface IndexFaults {
  /** How many indexes were looked at. */
  readonly checked: number;
  readonly faults: readonly string[];
}

/** A sentence for each unique index that is not there: without it the same thing could be written twice. */
export async function missingUniqueIndexes(database: Database): Promise<IndexFaults> {
  const faults: string[] = [];
  let checked = 0;
  for (const { model } of MODELS) {
    const { collection, schema } = modelOf(database, model);
    const present = await indexesOf(database, collection.collectionName);
    if (!present) continue;
    const expected: readonly (readonly [IndexDefinition, IndexOptions?])[] = schema.indexes();
    for (const [keys, options] of expected) {
      if (!options?.unique) continue;
      checked += 1;
      const same = present.find(({ key, unique }) => unique && JSON.stringify(key) === JSON.stringify(keys));
      if (same) continue;
      faults.push(`${collection.collectionName} has no unique index ${options.name ?? '?'}`);
      faults.push(...(await twinsIn(database, collection.collectionName, Object.keys(keys))));
    }
  }
  return { checked, faults };
}

/** Of operations and sign-ins, which hold no money, old documents may go by themselves; of nothing else. */
const MAY_FORGET = ['credit_expiry_logs', 'sessions'];

/** A sentence for each index by which the database would delete money records after a time. */
export async function forgettingIndexes(database: Database): Promise<IndexFaults> {
  const faults: string[] = [];
  let checked = 0;
  for (const { model } of MODELS) {
    const name = modelOf(database, model).collection.collectionName;
    if (MAY_FORGET.includes(name)) continue;
    for (const index of (await indexesOf(database, name)) ?? []) {
      checked += 1;
      if (index.expireAfterSeconds !== undefined) {
        faults.push(`${name} forgets documents after a time: drop its index ${index.name}`);
      }
    }
  }
  return { checked, faults };
}

/** The first few values that an index should have kept from coming twice. */
async function twinsIn(database: Database, name: string, fields: readonly string[]): Promise<string[]> {
  const key = Object.fromEntries(fields.map((field) => [field, `$${field}`]));
  const twins = await database
    .getClient()
    .db(database.name)
    .collection(name)
    .aggregate<{ _id: object; count: number }>(
      [{ $group: { _id: key, count: { $sum: 1 } } }, { $match: { count: { $gt: 1 } } }, { $limit: FEW }],
      { allowDiskUse: true },
    )
    .toArray();
  return twins.map(({ _id, count }) => `${name} has ${count} documents with ${JSON.stringify(_id)}`);
}

/** The indexes of a collection; none while it is not there, because the server that brings it has not run yet. */
async function indexesOf(database: Database, name: string) {
  const db = database.getClient().db(database.name);
  const isThere = await db.listCollections({ name }, { nameOnly: true }).hasNext();
  return isThere ? db.collection(name).indexes() : null;
}
