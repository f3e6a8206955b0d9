import { mongoose } from '@typegoose/typegoose';
import { driverOf, type Database } from '../database.ts';
import { SchemaProblem } from './schema-problem.ts';
import { isSame, type ExpectedIndex, type Shape, type Standing } from './shapes.ts';

const DUPLICATE_KEY = 11_000;

/** In which collections no index may delete documents after a time. */
const HOLD_MONEY = ['customer_wallets', 'wallet_transactions'];

/** Builds what is missing of a collection's indexes, in one go. Throws a `SchemaProblem` where one differs or cannot be built. */
export async function giveIndexes(
  database: Database,
  shape: Shape,
  standing: Standing | undefined,
): Promise<void> {
  const missing = missingIndexes(shape, standing);
  if (missing.length === 0) return;
  const differing = missing.find(([, options]) =>
    standing?.indexes.some(({ name }) => name === options?.name),
  );
  if (differing) throw differs(shape.name, differing);
  const wanted = missing.map(([key, options]) => ({ key, ...options }) as mongoose.mongo.IndexDescription);
  try {
    await driverOf(database).collection(shape.name).createIndexes(wanted);
  } catch (error) {
    throw twins(shape.name, error) ?? error;
  }
}

/** The indexes that do not stand as they should. */
export function missingIndexes(shape: Shape, standing: Standing | undefined): ExpectedIndex[] {
  const indexes = standing?.indexes ?? [];
  return shape.indexes.filter((index) => !indexes.some((found) => isSame(found, index)));
}

/** Throws a `SchemaProblem` when a unique index does not stand, without which a retry could act twice. */
export function verifyUniqueIndexes(shape: Shape, standing: Standing | undefined): void {
  const missing = missingIndexes(shape, standing).find(([, options]) => options?.unique);
  if (missing) throw differs(shape.name, missing);
}

/** Throws a `SchemaProblem` when the database would delete money records after a time. */
export function verifyNoTtlOnMoney({ name }: Shape, standing: Standing | undefined): void {
  if (!HOLD_MONEY.includes(name)) return;
  const ttl = standing?.indexes.find((index) => index.expireAfterSeconds !== undefined);
  if (!ttl) return;
  throw new SchemaProblem(
    `The index ${ttl.name} of ${name} deletes money records after a time. Drop it and start again.`,
  );
}

function differs(name: string, [, options]: ExpectedIndex): SchemaProblem {
  return new SchemaProblem(
    `The index ${options?.name ?? '?'} of ${name} is missing or differs. Drop it and start again.`,
  );
}

function twins(name: string, error: unknown): SchemaProblem | null {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== DUPLICATE_KEY) return null;
  const fields = Object.keys((error['keyPattern'] as object | undefined) ?? {}).join(', ');
  return new SchemaProblem(
    `Two documents of ${name} have the same ${fields}, of which there may be one only. Repair the data and start again.`,
    { cause: error },
  );
}
