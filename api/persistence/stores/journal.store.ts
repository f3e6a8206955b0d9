import { randomInt } from 'node:crypto';
import type { mongoose } from '@typegoose/typegoose';
import { SYSTEM_ACTOR } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Paise } from '../../domain/money.ts';
import {
  MONEY_ENTRY_KINDS,
  type CreditEntry,
  type DebitEntry,
  type Entry,
  type EntryKind,
  type ExpiryEntry,
  type RefundEntry,
  type ReversalEntry,
} from '../../domain/wallet/entries.ts';
import type { OrderPayments } from '../../domain/purchase.ts';
import { nameWithin, walletIdOf } from '../../domain/wallet/entry-id.ts';
import type { CreditSource } from '../../domain/wallet/lots.ts';
import { BulkWriter } from '../bulk-writer.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import type { CreditExpiryLogModel } from '../models/credit-expiry-log.model.ts';
import { findBytes } from '../find-bytes.ts';
import { beyondIn, sortBy } from '../keyset.ts';
import { BY_STAFF, BY_STAFF_AT_DESK, TransactionModel } from '../models/transaction.model.ts';
import { failureOf, inTrial } from '../transaction.ts';
import { within, type ActPeriod, type ActStretch } from './act.store.ts';
import { StaleRead, type Session } from './document-store.ts';
import { readPage, type JournalPage } from './journal-pages.ts';
import { ofWallets } from './of-wallets.ts';
import { paymentsByOrder } from './order-payments.ts';
import { entriesFromBytes, entryFromDocument, entryToDocument } from './entry-codec.ts';

/** Which entries of a wallet. */
export interface EntryFilter {
  readonly kinds: readonly EntryKind[];
  /** Of credits only; entries of other kinds are not asked where they came from. */
  readonly sources?: readonly CreditSource[];
  readonly orderId?: string;
  /** In paise, included; of entries that move money, whatever the direction. */
  readonly minAmount?: Paise;
  /** In paise, included. */
  readonly maxAmount?: Paise;
  /** Not included. */
  readonly afterSeq: number;
  /** Included. */
  readonly upToSeq: number;
}

/** Entries since an instant, between two positions. */
export interface OrderStretch {
  readonly since: Instant;
  /** Not included. */
  readonly after: number;
  /** Included. */
  readonly upTo: number;
}

/** As much of an entry as tells the balance at a point of the journal. */
export type BalanceAfter = Pick<Entry, 'seq' | 'at' | 'balanceAfter'>;

/**
 * By what entries of staff are looked for, each an index: all of them, those made at a desk, those of a wallet made at a desk, or
 * all of one person. What is not made at a desk is spending and orders, which a checkout books all day.
 */
export type StaffEntriesBy = 'ALL' | 'DESK' | { readonly walletId: string } | { readonly actorId: string };

/** The database merges so many sorted ranges of an index, and sorts everything beyond. */
const RANGES_MERGED = 200;

/** `wallet_transactions`: appends and reads. There is no method that changes or removes an entry (architecture wall 3). */
export class JournalStore {
  readonly name = 'wallet_transactions';
  readonly #database: Database;
  readonly #entries: mongoose.mongo.Collection<TransactionModel>;
  readonly #writer: BulkWriter<TransactionModel>;
  readonly #expiryLogs: BulkWriter<CreditExpiryLogModel>;

  constructor(database: Database) {
    this.#database = database;
    this.#entries = collectionOf<TransactionModel>(database, TransactionModel);
    this.#writer = new BulkWriter(database, this.name, lotsIn);
    this.#expiryLogs = new BulkWriter(database, 'credit_expiry_logs');
  }

  /** The entries with these ids; those that do not exist are missing from the map. */
  async load(ids: readonly string[]): Promise<Map<string, Entry>> {
    const documents = await this.#entries
      .find(ofWallets({ _id: { $in: [...ids] } }, ids), { hint: '_id_', batchSize: ids.length + 1 })
      .toArray();
    return new Map(documents.map((document) => [document._id, entryFromDocument(document)]));
  }

  /** Which of these entries exist. */
  async existing(ids: readonly string[]): Promise<string[]> {
    const found = await this.#entries
      .find(ofWallets({ _id: { $in: [...ids] } }, ids), {
        hint: '_id_',
        projection: { _id: 1 },
        batchSize: ids.length + 1,
      })
      .toArray();
    return found.map(({ _id }) => _id);
  }

  /**
   * Adds entries within a transaction. A duplicate id means that one of them has been written before. Throws `StaleRead` when
   * a position in the journal is taken: then the wallet is no longer the one that was read.
   */
  async append(entries: readonly Entry[], session: Session): Promise<void> {
    try {
      await this.#writer.insert(entries.map(entryToDocument), session);
    } catch (error) {
      throw isPositionTaken(error) ? new StaleRead(this.name) : error;
    }
    const expiries = entries.filter((entry) => entry.kind === 'EXPIRY');
    await this.#expiryLogs.insert(expiries.map(expiryLog), session);
  }

  /**
   * Which of these entries are there, or are being written by a transaction that may yet be committed. Of any other it is certain
   * that what was begun before this question can never bring it. Writes stand-ins under their ids and takes them back.
   */
  async contested(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    try {
      await inTrial(this.#database, (session) => this.#writer.insert(ids.map(standIn), session));
      return new Set();
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== 'DUPLICATE_KEY' && failure !== 'TRANSIENT') throw error;
    }
    if (ids.length === 1) return new Set(ids);
    const middle = Math.ceil(ids.length / 2);
    return new Set([
      ...(await this.contested(ids.slice(0, middle))),
      ...(await this.contested(ids.slice(middle))),
    ]);
  }

  /** The entries of a wallet with these positions. */
  async atPositions(walletId: string, seqs: readonly number[]): Promise<Entry[]> {
    return this.#find({ walletId, seq: { $in: [...seqs] } }, { seq: 1 }, seqs.length);
  }

  /** When the entries with these positions were made and the balance (in paise) after each, in the order of the journal. */
  async balancesAt(walletId: string, seqs: readonly number[]): Promise<BalanceAfter[]> {
    const documents = await this.#entries
      .find(
        { walletId, seq: { $in: [...seqs] } },
        {
          sort: { seq: 1 },
          projection: { _id: 0, seq: 1, at: 1, balanceAfter: 1 },
          batchSize: seqs.length + 1,
        },
      )
      .toArray();
    return documents.map(({ seq, at, balanceAfter }) => ({ seq, at: at.getTime(), balanceAfter }));
  }

  /** At most `limit` entries of a wallet's journal. */
  async range(
    walletId: string,
    filter: EntryFilter,
    order: 'NEWEST_FIRST' | 'OLDEST_FIRST',
    limit: number,
  ): Promise<Entry[]> {
    const sort = { seq: order === 'OLDEST_FIRST' ? 1 : -1 } as const;
    const asked = query(walletId, filter);
    return isQuick(filter, limit)
      ? readPage(this.#database, this.#entries, { filter: asked, sort, limit })
      : this.#find(asked, sort, limit);
  }

  /** Every refund of each of these debits, oldest first. */
  async refundsOf(debitIds: readonly string[]): Promise<RefundEntry[]> {
    const documents = await this.#entries
      .find(ofWallets({ debitId: { ...ANY_TEXT, $in: [...debitIds] } }, debitIds), {
        hint: 'debitId',
        sort: { seq: 1 },
      })
      .toArray();
    return documents.map(entryFromDocument).filter((entry) => entry.kind === 'REFUND');
  }

  /** Every reversal of each of these credits, oldest first. */
  async reversalsOf(creditIds: readonly string[]): Promise<ReversalEntry[]> {
    const walletId = { $in: creditIds.map(walletIdOf) };
    const documents = await this.#entries
      .find({ walletId, kind: 'REVERSAL', creditId: { $in: [...creditIds] } }, { sort: { seq: 1 } })
      .toArray();
    return documents.map(entryFromDocument).filter((entry) => entry.kind === 'REVERSAL');
  }

  /** Every debit for each of these orders, named by wallet and order as an entry is by wallet and key. */
  async debitsOf(orders: readonly string[]): Promise<DebitEntry[]> {
    const ofOrders = orders.map((order) => {
      return { walletId: walletIdOf(order), orderId: nameWithin(order), kind: 'DEBIT' as const };
    });
    const documents = await this.#entries.find({ $or: ofOrders }).toArray();
    return documents.map(entryFromDocument).filter((entry) => entry.kind === 'DEBIT');
  }

  /** The debits for an order in whatever wallet and what was set aside for it, at most `limit` of them. */
  async spendingForOrder(orderId: string, limit: number): Promise<Entry[]> {
    const documents = await this.#entries
      .find(
        { orderId: { ...ANY_TEXT, $eq: orderId }, kind: { $in: ['DEBIT', 'HOLD'] } },
        { hint: 'orderId_walletId', limit, batchSize: limit + 1 },
      )
      .toArray();
    return documents.map(entryFromDocument);
  }

  /** Every expiry of each of these credits, named by wallet and position in its journal. */
  async expiriesOf(credits: readonly string[]): Promise<ExpiryEntry[]> {
    const ofCredits = credits.map((credit) => {
      const walletId = walletIdOf(credit);
      const creditSeq = Number(credit.slice(walletId.length + 1));
      return {
        walletId,
        kind: 'EXPIRY' as const,
        'draws.lot.creditSeq': creditSeq,
        draws: { $exists: true },
      };
    });
    const documents = await this.#entries.find({ $or: ofCredits }).toArray();
    return documents.map(entryFromDocument).filter((entry) => entry.kind === 'EXPIRY');
  }

  /** What was paid with credits for each order of a wallet in a stretch of its journal, and what was given back, in paise. */
  paidBetween(walletId: string, stretch: OrderStretch): Promise<Map<string, OrderPayments>> {
    return paymentsByOrder(this.#entries, { walletId, ...inStretch(stretch) }, BY_POSITION);
  }

  /** The same of the `limit` orders for which most was paid and not given back, most first. */
  mostPaid(walletId: string, stretch: OrderStretch, limit: number): Promise<Map<string, OrderPayments>> {
    const most = [
      { $addFields: { kept: { $subtract: ['$paid', '$refunded'] } } },
      { $sort: { kept: -1 } },
      { $limit: limit },
    ];
    return paymentsByOrder(this.#entries, { walletId, ...inStretch(stretch) }, BY_POSITION, most);
  }

  /** The same of these orders alone. */
  paidFor(
    walletId: string,
    orderIds: readonly string[],
    stretch: OrderStretch,
  ): Promise<Map<string, OrderPayments>> {
    const ofOrders = { walletId, orderId: { ...ANY_TEXT, $in: [...orderIds] }, ...inStretch(stretch) };
    return paymentsByOrder(this.#entries, ofOrders, { hint: 'orderId_walletId' });
  }

  /** The debits, expiries and reversals that took from a credit, oldest first, at most `limit` of them. What is only held is none. */
  async drawsOn(credit: CreditEntry, limit: number): Promise<Entry[]> {
    const taken = {
      walletId: credit.walletId,
      'draws.lot.creditSeq': credit.seq,
      kind: { $ne: 'HOLD' },
    } as const;
    return this.#find(taken, { seq: 1 }, limit);
  }

  /** The entries of each of these holds: its placing, the debits captured from it, and its release. */
  async ofHolds(holdIds: readonly string[]): Promise<Entry[]> {
    const [placed, others] = await Promise.all([
      this.load(holdIds),
      this.#entries
        .find(ofWallets({ holdId: { ...ANY_TEXT, $in: [...holdIds] } }, holdIds), {
          hint: 'holdId',
          sort: { seq: 1 },
        })
        .toArray(),
    ]);
    return [...placed.values(), ...others.map(entryFromDocument)];
  }

  /**
   * The entries after each of these places of a journal, named by wallet and position: all there are, or none where they are more than
   * a quote is worth.
   */
  async since(places: readonly string[]): Promise<Entry[]> {
    const found = await Promise.all(
      places.map((place) => {
        const walletId = walletIdOf(place);
        const seq = { $gt: Number(nameWithin(place)) };
        return this.#find({ walletId, seq }, { seq: 1 }, MOST_SINCE + 1);
      }),
    );
    return found.flatMap((entries) => (entries.length > MOST_SINCE ? [] : entries));
  }

  /** The entries that people of the shop made, of a stretch, in its order: by one index and no further than its limit. */
  async ofStaff(by: StaffEntriesBy, stretch: ActStretch): Promise<Entry[]> {
    if (by !== 'ALL') return this.#ofStaff(staffLookUp(by), stretch);
    const lists: Entry[][] = [];
    for (const lookUp of await this.#allOfStaff()) lists.push(await this.#ofStaff(lookUp, stretch));
    const way = stretch.order === 'OLDEST_FIRST' ? 1 : -1;
    const inOrder = (a: Entry, b: Entry) => way * (a.at - b.at || (a.id < b.id ? -1 : 1));
    return lists.flat().sort(inOrder).slice(0, stretch.limit);
  }

  /** How many there are; counts at most `limit`, by one index. */
  async countOfStaff(by: StaffEntriesBy, { from, to }: ActPeriod, limit: number): Promise<number> {
    let count = 0;
    for (const [hint, filter] of by === 'ALL' ? await this.#allOfStaff() : [staffLookUp(by)]) {
      if (count >= limit) break;
      const counted = { $and: [filter, within(from, to)] } as mongoose.mongo.Filter<TransactionModel>;
      count += await this.#entries.countDocuments(counted, { hint, limit: limit - count });
    }
    return count;
  }

  /** All that people of the shop made, as many of them at a time as an index gives in one order. */
  async #allOfStaff(): Promise<StaffLookUp[]> {
    const actors = await this.#staff();
    const lookUps: StaffLookUp[] = [];
    for (let next = 0; next < actors.length; next += RANGES_MERGED) {
      const some = { $in: actors.slice(next, next + RANGES_MERGED) };
      lookUps.push(['staff_actor_at_id', { ...BY_STAFF, 'actor.id': some }]);
    }
    return lookUps;
  }

  async #ofStaff(
    [hint, filter]: StaffLookUp,
    { order = 'NEWEST_FIRST', beyond, from, to, limit }: ActStretch,
  ): Promise<Entry[]> {
    const after = beyond ? beyondIn('at', beyond, order) : {};
    const found = await this.#entries
      .find({ $and: [filter, within(from, to), after] } as mongoose.mongo.Filter<TransactionModel>, {
        hint,
        sort: sortBy('at', order),
        limit,
        batchSize: limit + 1,
      })
      .toArray();
    return found.map(entryFromDocument);
  }

  /** Everybody of the shop who has made an entry: from each to the next by the index, whatever they have made. */
  async #staff(): Promise<string[]> {
    const options = {
      hint: 'staff_actor_at_id',
      sort: { 'actor.id': 1 },
      projection: { 'actor.id': 1 },
    } as const;
    const actors: string[] = [];
    for (let last: string | undefined = ''; last !== undefined;) {
      const next: Pick<TransactionModel, 'actor'> | null = await this.#entries.findOne(
        { ...BY_STAFF, 'actor.id': { $gt: last } } as mongoose.mongo.Filter<TransactionModel>,
        options,
      );
      last = next?.actor.id;
      if (last !== undefined) actors.push(last);
    }
    return actors;
  }

  /** How many entries of a wallet match; counts at most `limit`. */
  async count(walletId: string, filter: EntryFilter, limit: number): Promise<number> {
    return this.#entries.countDocuments(query(walletId, filter), { limit });
  }

  async #find(
    filter: mongoose.mongo.Filter<TransactionModel>,
    sort: Record<string, 1 | -1>,
    limit: number,
  ): Promise<Entry[]> {
    const documents = await findBytes(this.#database, this.#entries, filter, { sort, limit });
    return entriesFromBytes(documents);
  }
}

/** Who decides on a quote decides soon: what has moved by more than this is quoted anew. */
const MOST_SINCE = 200;

/** Says nothing new, but without it the database goes through all of a partial index instead of to what is asked for. */
const ANY_TEXT = { $type: 'string' } as const;

const BY_POSITION = { hint: 'walletId_seq' } as const;

function inStretch({ since, after, upTo }: OrderStretch): mongoose.mongo.Filter<TransactionModel> {
  return { seq: { $gt: after, $lte: upTo }, at: { $gte: new Date(since) } };
}

/** The most that one page shows, and one more that tells whether there is a next. */
const QUICK = 101;

/** Whether every entry that is looked at, or almost every, is one that is asked for. */
function isQuick({ kinds, sources, orderId, minAmount, maxAmount }: EntryFilter, limit: number): boolean {
  const single = [sources, orderId, minAmount, maxAmount];
  const isWhole = MONEY_ENTRY_KINDS.every((kind) => kinds.includes(kind));
  return limit <= QUICK && isWhole && single.every((asked) => asked === undefined);
}

function query(walletId: string, filter: EntryFilter): JournalPage['filter'] {
  const { kinds, sources, orderId, minAmount, maxAmount, afterSeq, upToSeq } = filter;
  const amount = {
    ...(minAmount !== undefined && { $gte: minAmount }),
    ...(maxAmount !== undefined && { $lte: maxAmount }),
  };
  return {
    walletId,
    seq: { $gt: afterSeq, $lte: upToSeq },
    kind: { $in: [...kinds] },
    ...(sources && { $or: [{ kind: { $ne: 'CREDIT' } }, { 'lot.source': { $in: [...sources] } }] }),
    ...(orderId !== undefined && { orderId }),
    ...(Object.keys(amount).length > 0 && { amount }),
  };
}

type StaffLookUp = readonly [hint: string, filter: object];

function staffLookUp(by: Exclude<StaffEntriesBy, 'ALL'>): StaffLookUp {
  if (by === 'DESK') return ['atDesk_at_id', BY_STAFF_AT_DESK];
  return 'walletId' in by
    ? ['atDesk_walletId_at_id', { ...BY_STAFF_AT_DESK, walletId: by.walletId }]
    : ['staff_actor_at_id', { ...BY_STAFF, 'actor.id': by.actorId }];
}

/** Far above any position of a journal. */
const NO_POSITION = 2 ** 30;

/** A sound document with this id, at a position that is nobody's. */
function standIn(id: string): TransactionModel {
  return entryToDocument({
    ...{ kind: 'STATUS', id, walletId: walletIdOf(id), seq: NO_POSITION + randomInt(NO_POSITION), at: 0 },
    ...{ balanceAfter: 0n, running: {}, actor: SYSTEM_ACTOR, requestId: 'trial', intent: null, reason: null },
    ...{ status: 'ACTIVE', previous: 'ACTIVE' },
  });
}

function isPositionTaken(error: unknown): boolean {
  if (failureOf(error) !== 'DUPLICATE_KEY') return false;
  const { keyPattern } = (error as mongoose.mongo.MongoServerError).errorResponse;
  return typeof keyPattern === 'object' && keyPattern !== null && 'seq' in keyPattern;
}

function lotsIn({ draws = [], restores = [] }: Partial<TransactionModel>): number {
  return draws.length + restores.length;
}

function expiryLog(entry: ExpiryEntry): CreditExpiryLogModel {
  const { id, walletId, amount, expiredAt, at, bookedAt } = entry;
  const createdAt = new Date(bookedAt ?? at);
  return {
    _id: id,
    customerId: walletId,
    amount,
    originalExpiry: new Date(expiredAt),
    expiredAt: createdAt,
    reason: 'The credit reached the end of its validity.',
    createdAt,
  };
}
