import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { mongoose } from '@typegoose/typegoose';
import type { IndexDefinition, IndexOptions } from 'mongoose';
import { modelOf, type Collection } from '../collections.ts';
import { driverOf, type Database } from '../database.ts';
import type { JsonSchema } from '../json-schema.ts';

const NAMESPACE_NOT_FOUND = 26;

export type ExpectedIndex = readonly [IndexDefinition, IndexOptions?];

/** What a collection has to look like. */
export interface Shape {
  readonly name: string;
  readonly validator: JsonSchema;
  readonly indexes: readonly ExpectedIndex[];
}

/** What a collection looks like. */
export interface Standing {
  /** As the database tells them; undefined while there is no such collection. */
  readonly options: mongoose.mongo.Document | undefined;
  readonly indexes: readonly mongoose.mongo.IndexDescriptionInfo[];
}

/** The shapes that the models ask for. */
export function shapesOf(database: Database, collections: readonly Collection[]): Shape[] {
  return collections.map(({ model, schema }) => {
    const Model = modelOf(database, model);
    const indexes: readonly ExpectedIndex[] = Model.schema.indexes();
    return { name: Model.collection.collectionName, validator: schema, indexes };
  });
}

/** One short value for all shapes together: two builds that want the same have the same. */
export function fingerprintOf(shapes: readonly Shape[]): string {
  const bigints = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value);
  return createHash('sha256').update(JSON.stringify(shapes, bigints)).digest('hex').slice(0, 32);
}

/** As many questions at once as leave connections for what else begins: a pool that is all taken lets nobody wait for long. */
export const ASKED_AT_ONCE = 6;

/** What stands of these collections, by name: a few round trips, whatever is stored. */
export async function standingOf(
  database: Database,
  shapes: readonly Shape[],
): Promise<Map<string, Standing>> {
  const db = driverOf(database);
  const found = await db.listCollections({}, { nameOnly: false }).toArray();
  const indexes: mongoose.mongo.IndexDescriptionInfo[][] = [];
  for (let next = 0; next < shapes.length; next += ASKED_AT_ONCE) {
    const some = shapes.slice(next, next + ASKED_AT_ONCE);
    const asked = some.map(({ name }) => db.collection(name).indexes().catch(noneWithoutCollection));
    indexes.push(...(await Promise.all(asked)));
  }
  return new Map(
    shapes.map(({ name }, position) => {
      const options = found.find((collection) => collection.name === name);
      return [
        name,
        {
          options: options && (options as mongoose.mongo.CollectionInfo).options,
          indexes: indexes[position] ?? [],
        },
      ];
    }),
  );
}

function noneWithoutCollection(error: unknown): mongoose.mongo.IndexDescriptionInfo[] {
  if (error instanceof mongoose.mongo.MongoServerError && error.code === NAMESPACE_NOT_FOUND) return [];
  throw error;
}

/** Whether an index that stands is the expected one, its name included. */
export function isSame(found: mongoose.mongo.IndexDescriptionInfo, [keys, options]: ExpectedIndex): boolean {
  return isDeepStrictEqual(
    [
      found.name,
      Object.entries(found.key),
      found.unique ?? false,
      found.partialFilterExpression,
      found.expireAfterSeconds,
    ],
    [
      options?.name,
      Object.entries(keys),
      options?.unique ?? false,
      options?.partialFilterExpression,
      options?.expireAfterSeconds,
    ],
  );
}
