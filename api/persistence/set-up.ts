import { isDeepStrictEqual } from 'node:util';
import { mongoose } from '@typegoose/typegoose';
import type { IndexDefinition, IndexOptions } from 'mongoose';
import { beginProgramme } from './begin-programme.ts';
import { MODELS, modelOf } from './collections.ts';
import type { Database } from './connection.ts';
import { fillSearchKeys } from './fill-search-keys.ts';
import { giveValidator } from './validators.ts';

const DUPLICATE_KEY = 11_000;

type ExpectedIndex = readonly [IndexDefinition, IndexOptions?];

/** As much of a model as its indexes need. */
interface Indexed {
  readonly schema: { indexes(): readonly ExpectedIndex[] };
  createIndexes(): Promise<void>;
}

/**
 * Creates what is missing of collections, validators and indexes, and then looks whether they stand: without the unique
 * ones a retry could act twice. Safe to run at every start and in several processes at once. Throws naming what is wrong.
 */
export async function setUp(database: Database): Promise<void> {
  for (const { model, schema } of MODELS) {
    const Model = modelOf(database, model);
    const name = Model.collection.collectionName;
    await giveValidator(database, name, schema);
    await indexed(database, name, Model);
  }
  await verifyNoTtlOnMoney(database);
  await beginProgramme(database);
  await fillSearchKeys(database);
}

async function indexed(database: Database, name: string, model: Indexed): Promise<void> {
  const expected = model.schema.indexes();
  const before = await driver(database).collection(name).indexes();
  for (const index of expected) {
    const found = before.find(({ name: known }) => known === index[1]?.name);
    if (found && !isSame(found, index)) throw differs(name, index);
  }
  try {
    await model.createIndexes();
  } catch (error) {
    throw twins(name, error) ?? error;
  }
  const after = await driver(database).collection(name).indexes();
  for (const index of expected) if (!after.some((found) => isSame(found, index))) throw differs(name, index);
}

function isSame(found: mongoose.mongo.IndexDescriptionInfo, [keys, options]: ExpectedIndex): boolean {
  return isDeepStrictEqual(
    [found.name, found.key, found.unique ?? false, found.partialFilterExpression, found.expireAfterSeconds],
    [
      options?.name,
      keys,
      options?.unique ?? false,
      options?.partialFilterExpression,
      options?.expireAfterSeconds,
    ],
  );
}

function differs(name: string, [, options]: ExpectedIndex): Error {
  return new Error(
    `The index ${options?.name ?? '?'} of ${name} is missing or differs. Drop it and start again.`,
  );
}

function twins(name: string, error: unknown): Error | null {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== DUPLICATE_KEY) return null;
  const fields = Object.keys((error['keyPattern'] as object | undefined) ?? {}).join(', ');
  return new Error(
    `Two documents of ${name} have the same ${fields}, of which there may be one only. Repair the data and start again.`,
    { cause: error },
  );
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
