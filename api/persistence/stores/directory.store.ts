import type { mongoose } from '@typegoose/typegoose';
import type { CustomerSearch } from '../../domain/customer-search.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { beyond, sortOf, startingWith, type Order, type Place } from '../keyset.ts';
import { CustomerModel } from '../models/customer.model.ts';
import { WalletModel } from '../models/wallet.model.ts';

type CustomerFilter = mongoose.mongo.Filter<CustomerModel>;
export type WalletFilter = mongoose.mongo.Filter<WalletModel>;

/** A stretch of a list: at most so many of those that come after a place in an order. */
export interface Stretch {
  readonly order: Order;
  readonly limit: number;
  readonly beyond?: Place | undefined;
}

interface Placed {
  readonly _id: string;
  readonly createdAt: Date;
}

const PLACE = { createdAt: 1 } as const;
/** Four characters of a code leave a wallet or two in a million. */
const MOST_CODES = 100;

/** Looks through `customers` and `customer_wallets` for those who are meant. Answers places; who asks loads what stands there. */
export class DirectoryStore {
  readonly #customers: mongoose.mongo.Collection<CustomerModel>;
  readonly #wallets: mongoose.mongo.Collection<WalletModel>;

  constructor(database: Database) {
    this.#customers = collectionOf<CustomerModel>(database, CustomerModel);
    this.#wallets = collectionOf<WalletModel>(database, WalletModel);
  }

  /** Customers, those found by a search or all. */
  async customers(search: CustomerSearch | null, stretch: Stretch): Promise<Place[]> {
    const filter = { $and: [await this.#found(search), past(stretch)] };
    const { order, limit } = stretch;
    const found = await this.#customers
      .find(filter, { projection: PLACE, sort: sortOf(order), limit })
      .toArray();
    return found.map(placeOf);
  }

  /** How many there are; counts at most `limit`. */
  async countCustomers(search: CustomerSearch | null, limit: number): Promise<number> {
    return this.#customers.countDocuments(await this.#found(search), { limit });
  }

  /** Wallets that match a filter, by their own creation. */
  async wallets(filter: WalletFilter, stretch: Stretch): Promise<Place[]> {
    const { order, limit } = stretch;
    const found = await this.#wallets
      .find({ $and: [filter, past(stretch)] }, { projection: PLACE, sort: sortOf(order), limit })
      .toArray();
    return found.map(placeOf);
  }

  /** How many there are; counts at most `limit`. */
  async countWallets(filter: WalletFilter, limit: number): Promise<number> {
    return this.#wallets.countDocuments(filter, { limit });
  }

  /** Wallets of the customers found by a search, in the order of the customers, as far as they match a filter. */
  async walletsOf(search: CustomerSearch, filter: WalletFilter, stretch: Stretch): Promise<Place[]> {
    const customers = { $and: [await this.#found(search), past(stretch)] };
    return this.#customers
      .aggregate<Placed>([
        { $match: customers },
        { $sort: sortOf(stretch.order) },
        { $project: PLACE },
        ...withWallet(filter),
        { $limit: stretch.limit },
      ])
      .map(placeOf)
      .toArray();
  }

  /** How many there are; counts at most `limit`. */
  async countWalletsOf(search: CustomerSearch, filter: WalletFilter, limit: number): Promise<number> {
    const [counted] = await this.#customers
      .aggregate<{ count: number }>([
        { $match: await this.#found(search) },
        { $project: PLACE },
        ...withWallet(filter),
        { $limit: limit },
        { $count: 'count' },
      ])
      .toArray();
    return counted?.count ?? 0;
  }

  async #found(search: CustomerSearch | null): Promise<CustomerFilter> {
    if (!search) return {};
    const byKey = search.prefixes.map((prefix) => ({ searchKeys: { $elemMatch: startingWith(prefix) } }));
    const byCode = search.codePrefix === null ? [] : await this.#holdersOf(search.codePrefix);
    return { $or: [...byKey, ...(byCode.length > 0 ? [{ _id: { $in: byCode } }] : [])] };
  }

  async #holdersOf(codePrefix: string): Promise<string[]> {
    const found = await this.#wallets
      .find({ referralCode: startingWith(codePrefix) }, { projection: { _id: 1 }, limit: MOST_CODES })
      .toArray();
    return found.map(({ _id }) => _id);
  }
}

/** Only those whose wallet matches: it has the customer's id, so this is one look at an index each. */
function withWallet(filter: WalletFilter): object[] {
  const pipeline = [{ $match: filter }, { $project: { _id: 1 } }];
  return [
    { $lookup: { from: 'customer_wallets', localField: '_id', foreignField: '_id', pipeline, as: 'wallet' } },
    { $match: { 'wallet.0': { $exists: true } } },
  ];
}

function past({ beyond: place, order }: Stretch): object {
  return place ? beyond(place, order) : {};
}

function placeOf({ _id, createdAt }: Placed): Place {
  return { id: _id, createdAt: createdAt.getTime() };
}
