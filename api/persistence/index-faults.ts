import { isDeepStrictEqual } from 'node:util';
import type { mongoose } from '@typegoose/typegoose';
import type { IndexDefinition, IndexOptions } from 'mongoose';
import { MODELS, modelOf } from './collections.ts';
import { driverOf, type Database } from './database.ts';

const FEW = 5;

type ExpectedIndex = readonly [IndexDefinition, IndexOptions?];

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
    const expected: readonly ExpectedIndex[] = schema.indexes();
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

/** A sentence for each index that is missing or differs from what its model describes, and for each that deletes too early. */
export async function differentIndexes(database: Database): Promise<IndexFaults> {
  return overAllIndexes(database, (name, expected, present) =>
    expected.flatMap((index) => {
      const found = present.find((known) => known.name === index[1]?.name);
      if (found && isAsDescribed(found, index)) return [];
      return [`the index ${index[1]?.name ?? '?'} of ${name} ${found ? 'differs' : 'is missing'}`];
    }),
  );
}

/**
 * A sentence for each index by which the database would delete documents after a time, unless the model itself asks for
 * it: of operations and sign-ins, which hold no money, old documents may go by themselves; of nothing else.
 */
export async function forgettingIndexes(database: Database): Promise<IndexFaults> {
  return overAllIndexes(database, (name, expected, present) =>
    present
      .filter(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)
      .filter((found) => !expected.some((index) => isAsDescribed(found, index)))
      .map((found) => `${name} forgets documents after a time: drop its index ${found.name ?? '?'}`),
  );
}

/** Whether an index is the one that a model describes, down to which documents it holds and how long. */
function isAsDescribed(found: mongoose.mongo.IndexDescriptionInfo, [keys, options]: ExpectedIndex): boolean {
  // The order of fields is part of an index, and an object compared deeply says nothing of it.
  return (
    JSON.stringify(found.key) === JSON.stringify(keys) &&
    isDeepStrictEqual(
      [found.name, found.unique ?? false, found.partialFilterExpression, found.expireAfterSeconds],
      [
        options?.name,
        options?.unique ?? false,
        options?.partialFilterExpression,
        options?.expireAfterSeconds,
      ],
    )
  );
}

/** A sentence for each index and collection that no model describes: somebody else's, or a newer version's. */
export async function unknownToModels(database: Database): Promise<string[]> {
  const { faults } = await overAllIndexes(database, (name, expected, present) => {
    const known = new Set(['_id_', ...expected.map(([, options]) => options?.name)]);
    return present
      .filter((index) => !known.has(index.name))
      .map((index) => `${name} has an index ${index.name ?? '?'} that this version does not know.`);
  });
  const names = new Set(MODELS.map(({ model }) => modelOf(database, model).collection.collectionName));
  const found = await database
    .getClient()
    .db(database.name)
    .listCollections({}, { nameOnly: true })
    .toArray();
  const strangers = found.filter(({ name }) => !names.has(name) && !name.startsWith('system.'));
  return [
    ...faults,
    ...strangers.map(({ name }) => `There is a collection ${name} that this version does not know.`).sort(),
  ];
}

async function overAllIndexes(
  database: Database,
  faultsOf: (
    name: string,
    expected: readonly ExpectedIndex[],
    present: readonly mongoose.mongo.IndexDescriptionInfo[],
  ) => string[],
): Promise<IndexFaults> {
  const faults: string[] = [];
  let checked = 0;
  for (const { model } of MODELS) {
    const { collection, schema } = modelOf(database, model);
    const present = await indexesOf(database, collection.collectionName);
    if (!present) continue;
    checked += present.length;
    faults.push(...faultsOf(collection.collectionName, schema.indexes(), present));
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
  const db = driverOf(database);
  const isThere = await db.listCollections({ name }, { nameOnly: true }).hasNext();
  return isThere ? db.collection(name).indexes() : null;
}
