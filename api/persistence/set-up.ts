import type { IndexDefinition, IndexOptions } from 'mongoose';
import { MODELS, modelOf } from './collections.ts';
import type { Database } from './connection.ts';
import type { JsonSchema } from './json-schema.ts';

const NAMESPACE_EXISTS = 48;

/**
 * Creates what is missing of collections, validators and indexes, and then looks whether they stand: without the unique
 * ones a retry could act twice. Safe to run at every start and in several processes at once. Throws naming what is wrong.
 */
export async function setUp(database: Database): Promise<void> {
  for (const { model, schema } of MODELS) {
    const Model = modelOf(database, model);
    const name = Model.collection.collectionName;
    await validated(database, name, schema);
    await Model.createIndexes();
    await verifyIndexes(database, name, Model.schema.indexes());
  }
  await verifyNoTtlOnMoney(database);
}

async function validated(database: Database, name: string, schema: JsonSchema): Promise<void> {
  const options = {
    validator: { $jsonSchema: schema },
    validationLevel: 'strict',
    validationAction: 'error',
  } as const;
  const db = driver(database);
  try {
    await db.createCollection(name, options);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== NAMESPACE_EXISTS) throw error;
    await db.command({ collMod: name, ...options });
  }
}

async function verifyIndexes(
  database: Database,
  name: string,
  expected: readonly (readonly [IndexDefinition, IndexOptions?])[],
): Promise<void> {
  const present = await driver(database).collection(name).indexes();
  for (const [keys, options] of expected) {
    const found = present.find((index) => index.name === options?.name);
    const same =
      JSON.stringify(found?.key) === JSON.stringify(keys) &&
      Boolean(found?.unique) === Boolean(options?.unique);
    if (!same)
      throw new Error(
        `The index ${options?.name ?? '?'} of ${name} is missing or differs. Drop it and start again.`,
      );
  }
}

async function verifyNoTtlOnMoney(database: Database): Promise<void> {
  for (const name of ['customer_wallets', 'wallet_transactions']) {
    const indexes = await driver(database).collection(name).indexes();
    const ttl = indexes.find((index) => index.expireAfterSeconds !== undefined);
    if (ttl)
      throw new Error(
        `The index ${ttl.name} of ${name} deletes money records after a time. Drop it and start again.`,
      );
  }
}

function driver(database: Database) {
  return database.getClient().db(database.name);
}
