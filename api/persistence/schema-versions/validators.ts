import { isDeepStrictEqual } from 'node:util';
import { mongoose } from '@typegoose/typegoose';
import { driverOf, type Database } from '../database.ts';
import type { Shape, Standing } from './shapes.ts';

const NAMESPACE_EXISTS = 48;
const TOOK_TOO_LONG = 50;

/** While a change of validators waits for its turn, everybody else waits behind it: so briefly, and again later. */
const WAIT_MS = 2_000;
/** Two minutes: twice what a server by its default lets a transaction live whose client is gone. */
const MOST_ATTEMPTS = 60;

/** Whether a collection is there and has exactly this validator. */
export function hasValidator(shape: Shape, standing: Standing | undefined): boolean {
  return isDeepStrictEqual(standing?.options, optionsOf(shape));
}

/**
 * Gives a collection its validator, and creates it if need be. To be called only where the validator is another: changing
 * one needs the collection for itself, which what a killed process left open would hold up. Throws after two minutes.
 */
export async function giveValidator(
  database: Database,
  shape: Shape,
  standing: Standing | undefined,
): Promise<void> {
  const db = driverOf(database);
  if (!standing?.options) {
    try {
      return void (await db.createCollection(shape.name, optionsOf(shape)));
    } catch (error) {
      // Another process was faster; what it gave may be from another version.
      if (!hasCode(error, NAMESPACE_EXISTS)) throw error;
    }
  }
  await change(() => db.command({ collMod: shape.name, ...optionsOf(shape), maxTimeMS: WAIT_MS }));
}

function optionsOf({ validator }: Shape) {
  return {
    validator: { $jsonSchema: validator },
    validationLevel: 'strict',
    validationAction: 'error',
  } as const;
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
