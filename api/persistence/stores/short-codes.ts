import type { mongoose } from '@typegoose/typegoose';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { WalletModel } from '../models/wallet.model.ts';
import { CommitUnknown, failureOf, inTransaction } from '../transaction.ts';
import { StaleRead, type Session } from './document-store.ts';
import { GIVEN, UniqueValues, valueOf } from './unique-values.ts';

/** Codes to choose from, the most welcome first. */
export type Draw = () => readonly string[];

/** How often somebody else may be faster. */
const ATTEMPTS = 12;
const WITHOUT = { shortCode: { $exists: false } } as const;
const never = () => false;

/**
 * The codes that references to entries begin with. A wallet gets its own when it is opened; one from before there were any gets
 * it from a job in the background, or when somebody asks for it first. A code never changes and moves no money, so it needs
 * neither the engine nor its guard, and no entry.
 */
export class ShortCodes {
  readonly #database: Database;
  readonly #wallets: mongoose.mongo.Collection<WalletModel>;
  readonly #values: UniqueValues;

  constructor(database: Database) {
    this.#database = database;
    this.#wallets = collectionOf<WalletModel>(database, WalletModel);
    this.#values = new UniqueValues(database);
  }

  /** Whose these codes are; those that nobody has are missing. */
  async load(codes: readonly string[]): Promise<Map<string, string>> {
    const holders = await this.#values.holders(codes.map(valueOf.shortCode));
    const held = codes.map((code) => [code, holders.get(valueOf.shortCode(code))] as const);
    return new Map(held.filter((pair): pair is [string, string] => pair[1] !== undefined));
  }

  /** The codes of these wallets, which get one where they have none; missing where there is no such wallet. */
  async of(ids: readonly string[], draw: Draw): Promise<Map<string, string>> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const found = await this.#wallets
        .find({ _id: { $in: [...ids] } }, { projection: { shortCode: 1 }, batchSize: ids.length + 1 })
        .toArray();
      const without = found.filter(({ shortCode }) => shortCode === undefined).map(({ _id }) => _id);
      if (without.length === 0) return new Map(found.map(({ _id, shortCode = '' }) => [_id, shortCode]));
      await this.#give(without, draw);
    }
    throw new Error('Wallets could not be given codes of their own.');
  }

  /** Wallets without a code, in the order of their ids and after one of them, at most `limit`. */
  async without(after: string, limit: number): Promise<string[]> {
    const found = await this.#wallets
      .find(
        { _id: { $gt: after }, ...WITHOUT },
        { projection: { _id: 1 }, sort: { _id: 1 }, limit, batchSize: limit + 1 },
      )
      .toArray();
    return found.map(({ _id }) => _id);
  }

  /** Wallets without a code among the newest, back to where `limit` one after another have theirs. */
  async newestWithout(limit: number): Promise<string[]> {
    const newest = this.#wallets.find(
      {},
      { projection: { shortCode: 1 }, sort: { createdAt: -1, _id: -1 }, batchSize: limit },
    );
    const without: string[] = [];
    try {
      while (await newest.hasNext()) {
        const page = newest.readBufferedDocuments(limit);
        const found = page.filter(({ shortCode }) => shortCode === undefined).map(({ _id }) => _id);
        if (found.length === 0) break;
        without.push(...found);
      }
    } finally {
      await newest.close();
    }
    return without;
  }

  /** Whether all wallets from before there were codes have been given theirs. */
  async areGiven(): Promise<boolean> {
    return (await this.#values.holders([GIVEN._id])).size > 0;
  }

  async noteGiven(): Promise<void> {
    await this.#values.note(GIVEN);
  }

  /** Whose wallet bears this code; null when none does. */
  async holderOf(shortCode: string): Promise<string | null> {
    return (await this.load([shortCode])).get(shortCode) ?? null;
  }

  /** Gives codes in one transaction. Where somebody else was faster it tries smaller parts, and one wallet alone is left as it is. */
  async #give(ids: readonly string[], draw: Draw): Promise<void> {
    const drawings = ids.map(draw);
    const taken = await this.load(drawings.flat());
    const codes = drawings.map((drawn) => drawn.find((code) => !taken.has(code)) ?? drawn.at(-1) ?? '');
    try {
      await inTransaction(this.#database, (session) => this.#write(ids, codes, session), never);
    } catch (error) {
      if (!(error instanceof CommitUnknown) && failureOf(error) === 'FATAL') throw error;
      if (ids.length === 1) return;
      const middle = Math.ceil(ids.length / 2);
      await this.#give(ids.slice(0, middle), draw);
      await this.#give(ids.slice(middle), draw);
    }
  }

  async #write(ids: readonly string[], codes: readonly string[], session: Session): Promise<void> {
    const updates = ids.map((_id, n) => {
      return { updateOne: { filter: { _id, ...WITHOUT }, update: { $set: { shortCode: codes[n] ?? '' } } } };
    });
    const { matchedCount } = await this.#wallets.bulkWrite(updates, { session, ordered: true });
    if (matchedCount !== ids.length) throw new StaleRead('customer_wallets');
    const holdings = ids.map((holder, n) => ({ _id: valueOf.shortCode(codes[n] ?? ''), holder }));
    await this.#values.take(holdings, session);
  }
}
