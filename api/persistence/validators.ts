import { isDeepStrictEqual } from 'node:util';
import { mongoose } from '@typegoose/typegoose';
import type { Database } from './connection.ts';
import type { JsonSchema } from './json-schema.ts';

const NAMESPACE_EXISTS = 48;
const TOOK_TOO_LONG = 50;

/** While a change of validators waits for its turn, everybody else waits behind it: so briefly, and again later. */
const WAIT_MS = 2_000;
/** Two minutes: twice what a server by its default lets a transaction live whose client is gone. */
const MOST_ATTEMPTS = 60;

/**
 * Gives a collection its validator, and creates it if need be. Touches nothing where the validator stands already: changing
 * one needs the collection for itself, which what a killed process left open would hold up. Throws after two minutes.
 */
export async function giveValidator(database: Database, name: string, schema: JsonSchema): Promise<void> {
  const db = database.getClient().db(database.name);
  const options = {
    validator: { $jsonSchema: schema },
    validationLevel: 'strict',
    validationAction: 'error',
  } as const;
  const [found] = await db.listCollections({ name }, { nameOnly: false }).toArray();
  if (!found) {
    try {
      return void (await db.createCollection(name, options));
    } catch (error) {
      // Another process was faster; what it gave may be from another version.
      if (!hasCode(error, NAMESPACE_EXISTS)) throw error;
    }
  } else if (isDeepStrictEqual(found.options, options)) return;
  await change(() => db.command({ collMod: name, ...options, maxTimeMS: WAIT_MS }));
}

async function change(attempt: () => Promise<unknown>): Promise<void> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return void (await attempt());
    } catch (error) {
      if (!hasCode(error, TOOK_TOO_LONG) || attempts === MOST_ATTEMPTS) throw error;
    }
  }
}

function hasCode(error: unknown, code: number): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === code;
}
