import type { mongoose } from '@typegoose/typegoose';
import type { Customer } from '../../domain/customer.ts';
import type { CustomerSearch } from '../../domain/customer-search.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { beyond, sortOf, startingWith, type Order, type Place } from '../keyset.ts';
import { CustomerModel } from '../models/customer.model.ts';
import { WalletModel } from '../models/wallet.model.ts';
import { customerFromDocument } from './customer.store.ts';
import { UniqueValues, valueOf } from './unique-values.ts';

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
/** As many customers as one look reads when a filter lets few of their wallets through. */
const MOST_TOGETHER = 1_000;

/** Looks through `customers` and `customer_wallets` for those who are meant. Answers places; who asks loads what stands there. */
export class DirectoryStore {
  readonly #customers: mongoose.mongo.Collection<CustomerModel>;
  readonly #wallets: mongoose.mongo.Collection<WalletModel>;
  readonly #values: UniqueValues;

  constructor(database: Database) {
    this.#customers = collectionOf<CustomerModel>(database, CustomerModel);
    this.#wallets = collectionOf<WalletModel>(database, WalletModel);
    this.#values = new UniqueValues(database);
  }

  /** Customers, those found by a search or all. */
  async customers(search: CustomerSearch | null, stretch: Stretch): Promise<Place[]> {
    const filter = { $and: [await this.#found(search), past(stretch)] };
    const { order, limit } = stretch;
    const found = await this.#customers
      .find(filter, { projection: PLACE, sort: sortOf(order), limit, batchSize: limit + 1 })
      .toArray();
    return found.map(placeOf);
  }

  /** Customers with a key that begins like this, in the order of their keys, so that whole ones come first. Looks no further than `limit`. */
  async customersBeginning(prefix: string, limit: number): Promise<Customer[]> {
    const found = await this.#customers
      .find(
        { searchKeys: { $elemMatch: startingWith(prefix) } },
        { hint: 'searchKeys', limit, batchSize: limit + 1 },
      )
      .toArray();
    return found.map(customerFromDocument);
  }

  /** The wallets whose referral code begins like this, in the order of the codes, at most `limit` of them. */
  walletsOfCode(prefix: string, limit: number): Promise<string[]> {
    return this.#values.holdersBeginning(valueOf.referralCode(prefix), limit);
  }

  /** How many there are; counts at most `limit`. */
  async countCustomers(search: CustomerSearch | null, limit: number): Promise<number> {
    return this.#customers.countDocuments(await this.#found(search), { limit });
  }

  /** Wallets that match a filter, by their own creation. */
  async wallets(filter: WalletFilter, stretch: Stretch): Promise<Place[]> {
    const { order, limit } = stretch;
    const found = await this.#wallets
      .find(
        { $and: [filter, past(stretch)] },
        { projection: PLACE, sort: sortOf(order), limit, batchSize: limit + 1 },
      )
      .toArray();
    return found.map(placeOf);
  }

  /** How many there are; counts at most `limit`. */
  async countWallets(filter: WalletFilter, limit: number): Promise<number> {
    return this.#wallets.countDocuments(filter, { limit });
  }

  /** Wallets of the customers found by a search, in the order of the customers, as far as they match a filter. */
  async walletsOf(search: CustomerSearch, filter: WalletFilter, stretch: Stretch): Promise<Place[]> {
    const matching: Place[] = [];
    // A search alone fills its page at once; a filter besides may let few through, so the next looks go further.
    let limit = stretch.limit;
    for (let from = stretch.beyond; matching.length < stretch.limit; limit = MOST_TOGETHER) {
      const customers = await this.customers(search, { order: stretch.order, limit, beyond: from });
      const held = await this.#holding(customers, filter);
      matching.push(...customers.filter(({ id }) => held.has(id)));
      if (customers.length < limit) break;
      from = customers.at(-1);
    }
    return matching.slice(0, stretch.limit);
  }

  /** How many there are; counts at most `limit`. */
  async countWalletsOf(search: CustomerSearch, filter: WalletFilter, limit: number): Promise<number> {
    return (await this.walletsOf(search, filter, { order: 'NEWEST_FIRST', limit })).length;
  }

  /** Which of these customers have a wallet that matches: it has the customer's id. */
  async #holding(customers: readonly Place[], filter: WalletFilter): Promise<ReadonlySet<string>> {
    const ids = customers.map(({ id }) => id);
    const found = await this.#wallets
      .find({ $and: [{ _id: { $in: ids } }, filter] }, { projection: { _id: 1 }, batchSize: ids.length + 1 })
      .toArray();
    return new Set(found.map(({ _id }) => _id));
  }

  async #found(search: CustomerSearch | null): Promise<CustomerFilter> {
    if (!search) return {};
    const byKey = search.prefixes.map((prefix) => ({ searchKeys: { $elemMatch: startingWith(prefix) } }));
    const byCode =
      search.codePrefix === null
        ? []
        : await this.#values.holdersBeginning(valueOf.referralCode(search.codePrefix), MOST_CODES);
    return { $or: [...byKey, ...(byCode.length > 0 ? [{ _id: { $in: byCode } }] : [])] };
  }
}

function past({ beyond: place, order }: Stretch): object {
  return place ? beyond(place, order) : {};
}

function placeOf({ _id, createdAt }: Placed): Place {
  return { id: _id, createdAt: createdAt.getTime() };
}
