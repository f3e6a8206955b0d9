import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import type { Policy, TierLevel } from '../../domain/policy.ts';
import { bandOf } from '../../domain/programme-figures.ts';
import { nextDueAt } from '../../domain/wallet/holds.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import { tierStanding } from '../../domain/wallet/tier.ts';
import { BulkWriter, type Update } from '../bulk-writer.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { findBytes } from '../find-bytes.ts';
import { WalletModel } from '../models/wallet.model.ts';
import { readPlain } from '../plain-bson.ts';
import {
  extensionToDocument,
  holdFromDocument,
  holdToDocument,
  lotFromDocument,
  lotToDocument,
  toDate,
  toInstant,
} from './codec.ts';
import { StaleRead, type Change, type DocumentStore, type Session } from './document-store.ts';
import { UniqueValues, valueOf, type Holding } from './unique-values.ts';
import { walletChanges } from './wallet-changes.ts';

/** `customer_wallets`: wallets in, wallets out. Offers no way to set a balance; only the engine saves. */
export class WalletStore implements DocumentStore<Wallet> {
  readonly name = 'customer_wallets';
  readonly #database: Database;
  readonly #collection: mongoose.mongo.Collection<WalletModel>;
  readonly #writer: BulkWriter<WalletModel>;
  readonly #values: UniqueValues;
  readonly #policy: Policy;

  constructor(database: Database, policy: Policy) {
    this.#database = database;
    this.#collection = collectionOf<WalletModel>(database, WalletModel);
    this.#writer = new BulkWriter(database, this.name, ({ lots = [] }) => lots.length);
    this.#values = new UniqueValues(database);
    this.#policy = policy;
  }

  async load(ids: readonly string[]): Promise<Map<string, Wallet>> {
    const filter = { _id: { $in: [...ids] } };
    const documents = await findBytes(this.#database, this.#collection, filter, { limit: ids.length });
    const wallets = documents.map(walletFromBytes);
    return new Map(wallets.map((wallet) => [wallet.id, wallet]));
  }

  /**
   * Writes wallets in the transaction that has appended the entries which made them. It is the journal that guards them: every
   * change of a wallet appends the entry with the next position, which can be taken only once. A filter on the version would
   * say the same here and cost more, because the database finds a document by its id alone on a path of its own (decision 12).
   */
  async save(changes: readonly Change<Wallet>[], session: Session): Promise<void> {
    const fresh = changes.filter(({ before }) => !before).map(({ after }) => this.#toDocument(after));
    await this.#writer.insert(fresh, session);
    await this.#values.take(fresh.flatMap(holdingsOf), session);
    const updates = changes.flatMap(({ before, after }) => (before ? [this.#update(before, after)] : []));
    const matched = await this.#writer.update(updates, session);
    if (matched !== updates.length) throw new StaleRead(this.name);
  }

  /** Whose wallet has this referral code; null when none has. Codes never change, so this needs no guard. */
  async findByReferralCode(code: string): Promise<string | null> {
    const value = valueOf.referralCode(code);
    return (await this.#values.holders([value])).get(value) ?? null;
  }

  /**
   * The ids of wallets with a lot or a hold due at `now`, soonest first, in pages of `size`. They may be booked meanwhile; one that
   * stays due is named once.
   */
  async *findDue(now: Instant, size: number): AsyncGenerator<string[]> {
    const due = this.#collection.find(
      // The type says nothing new, but without it the database would not use the partial index.
      { nextExpiryAt: { $type: 'date', $lte: new Date(now) } },
      { projection: { _id: 1 }, sort: { nextExpiryAt: 1 }, batchSize: size },
    );
    try {
      while (await due.hasNext()) yield due.readBufferedDocuments(size).map(({ _id }) => _id);
    } finally {
      await due.close();
    }
  }

  /** All wallets in the order of their ids, a page at a time: no cursor stays open while somebody takes his time with what was read. */
  async *all(size: number): AsyncGenerator<Wallet[]> {
    for (let last = ''; ;) {
      const documents = await this.#collection
        .find({ _id: { $gt: last } }, { sort: { _id: 1 }, limit: size })
        .toArray();
      if (documents.length > 0) yield documents.map(walletFromDocument);
      last = documents.at(-1)?._id ?? '';
      if (documents.length < size) return;
    }
  }

  /** How many wallets have a lot or a hold due at `now`; counts at most `limit`. */
  countDue(now: Instant, limit: number): Promise<number> {
    return this.#collection.countDocuments(
      { nextExpiryAt: { $type: 'date', $lte: new Date(now) } },
      { hint: 'nextExpiryAt', limit },
    );
  }

  /** When the soonest lot or hold of all falls due, or of those that do so after an instant; null when none ever does. */
  async soonestExpiry(after?: Instant): Promise<Instant | null> {
    const [first] = await this.#collection
      .find(
        { nextExpiryAt: { $type: 'date', ...(after !== undefined && { $gt: new Date(after) }) } },
        { projection: { nextExpiryAt: 1 }, sort: { nextExpiryAt: 1 }, limit: 1 },
      )
      .toArray();
    return first ? toInstant(first.nextExpiryAt) : null;
  }

  #update(before: Wallet, after: Wallet): Update<WalletModel> {
    // The tier is written also where it stayed the same: another start may have had other thresholds.
    const $set = { ...walletChanges(before, after), tier: this.#tierOf(after) };
    return { q: { _id: after.id }, u: { $set } };
  }

  #toDocument(wallet: Wallet): WalletModel {
    const { id, openedAt, lots, holds, extensions, statusSince, updatedAt, lastTransactionAt, ...same } =
      wallet;
    return {
      _id: id,
      ...same,
      running: same.running as WalletModel['running'],
      monthlySpend: [...same.monthlySpend],
      openOrders: [...same.openOrders],
      lots: lots.map(lotToDocument),
      holds: holds.map(holdToDocument),
      extensions: extensions.map(extensionToDocument),
      band: bandOf(wallet.balance),
      tier: this.#tierOf(wallet),
      nextExpiryAt: toDate(nextDueAt(wallet)),
      statusSince: toDate(statusSince),
      createdAt: toDate(openedAt),
      updatedAt: toDate(updatedAt),
      lastTransactionAt: toDate(lastTransactionAt),
    };
  }

  #tierOf(wallet: Wallet): TierLevel {
    return tierStanding(wallet, this.#policy, wallet.updatedAt).tier.level;
  }
}

/** What only this wallet may have. */
export function holdingsOf({ _id: holder, referralCode, shortCode }: Named): Holding[] {
  const code = { _id: valueOf.referralCode(referralCode), holder };
  return shortCode === undefined ? [code] : [code, { _id: valueOf.shortCode(shortCode), holder }];
}

type Named = Pick<WalletModel, '_id' | 'referralCode' | 'shortCode'>;

/** What stands in a wallet for indexes alone, and what the domain calls otherwise. */
const IN_DOMAIN = new Map([
  ...['band', 'tier', 'nextExpiryAt'].map((name) => [name, null] as const),
  ['createdAt', 'openedAt'] as const,
]);

/** The same from the bytes of the document, for whoever waits. */
function walletFromBytes(bytes: Buffer): Wallet {
  const wallet = readPlain(bytes, IN_DOMAIN);
  wallet['openOrders'] ??= [];
  wallet['holds'] ??= [];
  return wallet as unknown as Wallet;
}

/** The wallet that a sound document of the collection holds. */
export function walletFromDocument(document: WalletModel): Wallet {
  const {
    _id,
    createdAt,
    lots,
    extensions,
    statusSince,
    updatedAt,
    lastTransactionAt,
    band,
    tier,
    nextExpiryAt,
    openOrders = [],
    holds = [],
    ...same
  } = document;
  return {
    id: _id,
    ...same,
    openOrders,
    lots: lots.map(lotFromDocument),
    holds: holds.map(holdFromDocument),
    extensions: extensions.map(({ lot, expiresAt }) => ({ lot, expiresAt: toInstant(expiresAt) })),
    statusSince: toInstant(statusSince),
    openedAt: toInstant(createdAt),
    updatedAt: toInstant(updatedAt),
    lastTransactionAt: toInstant(lastTransactionAt),
  };
}
