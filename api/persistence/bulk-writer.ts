import { mongoose } from '@typegoose/typegoose';
import { driverOf, type Database } from './database.ts';
import type { Session } from './stores/document-store.ts';

const { MongoServerError } = mongoose.mongo;

type Document = mongoose.mongo.Document;

/** Which document, and what is new in it. */
export interface Update<D> {
  readonly q: Partial<D>;
  readonly u: { readonly $set: Partial<D> & Readonly<Record<string, unknown>> };
}

/** Which document, what is added to which of its fields, and what else it has when it is new. */
export interface Increase<D> {
  readonly q: Partial<D>;
  readonly u: { readonly $inc: Readonly<Record<string, bigint>>; readonly $setOnInsert: Partial<D> };
}

/** A command holds sixteen megabytes at most; this many lots, of some two hundred bytes each, are far below that. */
const LOTS_IN_A_COMMAND = 20_000;
/** What a document takes besides its lots, in lots. */
const BESIDES = 10;

/**
 * Writes many documents of a collection within a transaction. The driver's own bulk operations measure each document
 * before they encode it and wrap every error, so that nobody can tell a lost connection from a refused document.
 */
export class BulkWriter<D extends Document> {
  readonly #database: mongoose.mongo.Db;
  readonly #collection: string;
  readonly #lotsIn: (fields: Partial<D>) => number;

  /** `lotsIn` says how many lots, or draws on lots, a document holds: what makes one of ours large. */
  constructor(database: Database, collection: string, lotsIn: (fields: Partial<D>) => number = () => 0) {
    this.#database = driverOf(database);
    this.#collection = collection;
    this.#lotsIn = lotsIn;
  }

  async insert(all: readonly D[], session: Session): Promise<void> {
    for (const documents of inParts(all, this.#lotsIn)) {
      await this.#run({ insert: this.#collection, documents, ordered: true }, session);
    }
  }

  /** Returns how many of the documents were there as described. */
  async update(all: readonly Update<D>[], session: Session): Promise<number> {
    let matched = 0;
    for (const updates of inParts(all, ({ u }) => this.#lotsIn(u.$set))) {
      matched += await this.#run({ update: this.#collection, updates, ordered: false }, session);
    }
    return matched;
  }

  /** Adds to documents, and makes those that are not there. */
  async increase(all: readonly Increase<D>[], session: Session): Promise<void> {
    if (all.length === 0) return;
    const updates = all.map((each) => ({ ...each, upsert: true }));
    await this.#run({ update: this.#collection, updates, ordered: false }, session);
  }

  async #run(command: Document, session: Session): Promise<number> {
    const answer = await this.#database.command(command, { session });
    const [error] = (answer['writeErrors'] ?? []) as mongoose.mongo.ErrorDescription[];
    if (error) throw new MongoServerError(error);
    return Number(answer['n']);
  }
}

function inParts<T>(items: readonly T[], lotsIn: (item: T) => number): T[][] {
  const parts: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = BESIDES + lotsIn(item);
    if (size > room || parts.length === 0) {
      parts.push([]);
      room = LOTS_IN_A_COMMAND;
    }
    parts.at(-1)?.push(item);
    room -= size;
  }
  return parts;
}
