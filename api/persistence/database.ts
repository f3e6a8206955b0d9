import type { mongoose } from '@typegoose/typegoose';

/** A pool of connections to one database. */
export type Database = mongoose.Connection;

const known = new WeakMap<object, mongoose.mongo.Db>();

/** The driver's view of it, made once: a request that is waited for brings stores of its own, and this is what they cost most. */
export function driverOf(database: Database): mongoose.mongo.Db {
  const client = database.getClient();
  const made = known.get(client);
  if (made?.databaseName === database.name) return made;
  const db = client.db(database.name);
  known.set(client, db);
  return db;
}
