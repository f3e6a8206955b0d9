import type { mongoose } from '@typegoose/typegoose';
import type { Database } from './database.ts';

type Collection<D extends mongoose.mongo.Document> = mongoose.mongo.Collection<D>;

/** How long somebody waits for what is read. */
export interface Patience {
  /** Milliseconds that are left, null for no end. Throws `GivenUp` when nobody waits any more. */
  left(): number | null;
}

/** Of whoever waits for as long as it takes, such as jobs. */
export const ENDLESS: Patience = { left: () => null };

/** What was asked for is read no further: its time is over, or whoever asked has gone. */
export class GivenUp extends Error {
  constructor() {
    super('Nobody waits for this any more.');
    this.name = 'GivenUp';
  }
}

const PATIENCE = Symbol('patience');

/**
 * The same connection for somebody who does not wait for ever: stores on it begin no read that nobody waits for, and tell the
 * database how long each may take. What has begun is not broken off from here, because that would cost its connection.
 */
export function awaitedWith(database: Database, patience: Patience): Database {
  return Object.assign(Object.create(database) as Database, { [PATIENCE]: patience });
}

/** The collection as the connection is waited for. */
export function awaitedLike<D extends mongoose.mongo.Document>(
  database: Database,
  collection: Collection<D>,
): Collection<D> {
  const patience = patienceOf(database);
  return patience ? patient(collection, patience) : collection;
}

/** How long a command may take, as its options say it. Throws `GivenUp` when nobody waits any more. */
export function timeLeft(database: Database): { readonly maxTimeMS?: number } {
  return limitOf(patienceOf(database) ?? ENDLESS);
}

function patienceOf(database: Database): Patience | undefined {
  return (database as { [PATIENCE]?: Patience })[PATIENCE];
}

function limitOf(patience: Patience): { readonly maxTimeMS?: number } {
  const left = patience.left();
  return left === null ? {} : { maxTimeMS: Math.max(1, Math.ceil(left)) };
}

function patient<D extends mongoose.mongo.Document>(
  collection: Collection<D>,
  patience: Patience,
): Collection<D> {
  const within = () => limitOf(patience);
  const reads: Pick<Collection<D>, 'find' | 'countDocuments' | 'aggregate'> = {
    find: (filter: mongoose.mongo.Filter<D> = {}, options: mongoose.mongo.FindOptions = {}) =>
      collection.find(filter, { ...options, ...within() }) as never,
    countDocuments: (filter, options) => collection.countDocuments(filter, { ...options, ...within() }),
    aggregate: (stages, options) => collection.aggregate(stages, { ...options, ...within() }),
  };
  return Object.assign(Object.create(collection) as Collection<D>, reads);
}
