import type { TestApp } from '../support/app.ts';

/** A raw document, as the database has it. */
export type Raw = Record<string, unknown> & { _id: string };

/** Changes a database behind the back of the product and of its validators, and afterwards makes it as it was. */
export class Damage {
  readonly #app: TestApp;
  #undo: (() => Promise<unknown>)[] = [];

  constructor(app: TestApp) {
    this.#app = app;
  }

  /** Puts other values into a document; a dotted name reaches into it. */
  async set(collection: string, _id: string, fields: Record<string, unknown>): Promise<void> {
    const before = await this.#read(collection, _id);
    await this.#of(collection).updateOne({ _id }, { $set: fields }, { bypassDocumentValidation: true });
    const { _id: __, ...same } = before;
    this.#undo.push(() => this.#of(collection).replaceOne({ _id }, same, { bypassDocumentValidation: true }));
  }

  /** Turns a list in a document round. */
  async reverse(collection: string, _id: string, field: string): Promise<void> {
    const list = (await this.#read(collection, _id))[field] as unknown[];
    await this.set(collection, _id, { [field]: list.toReversed() });
  }

  async remove(collection: string, _id: string): Promise<void> {
    const before = await this.#read(collection, _id);
    await this.#of(collection).deleteOne({ _id });
    this.#undo.push(() => this.#of(collection).insertOne(before));
  }

  async add(collection: string, document: Raw): Promise<void> {
    await this.#of(collection).insertOne(document, { bypassDocumentValidation: true });
    this.#undo.push(() => this.#of(collection).deleteOne({ _id: document._id }));
  }

  /** The same document under another id. */
  async copy(collection: string, _id: string, changes: Partial<Raw>): Promise<void> {
    await this.add(collection, { ...(await this.#read(collection, _id)), ...changes } as Raw);
  }

  async dropIndex(collection: string, name: string): Promise<void> {
    const [index] = (await this.#of(collection).indexes()).filter((known) => known.name === name);
    if (!index) throw new Error(`${collection} has no index ${name}.`);
    const { key, v: _, ...options } = index;
    await this.#of(collection).dropIndex(name);
    this.#undo.push(() => this.#of(collection).createIndex(key, options));
  }

  async addIndex(collection: string, key: Record<string, 1>, options: object): Promise<void> {
    const name = await this.#of(collection).createIndex(key, options);
    this.#undo.push(() => this.#of(collection).dropIndex(name));
  }

  async repair(): Promise<void> {
    for (const undo of this.#undo.reverse()) await undo();
    this.#undo = [];
  }

  async #read(collection: string, _id: string): Promise<Raw> {
    const found = await this.#of(collection).findOne({ _id });
    if (!found) throw new Error(`${collection} has no document ${_id}.`);
    return found;
  }

  #of(collection: string) {
    const { database } = this.#app;
    return database.getClient().db(database.name).collection<Raw>(collection);
  }
}
