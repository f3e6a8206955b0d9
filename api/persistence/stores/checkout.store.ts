import type { Instant } from '../../domain/calendar.ts';
import { isOpenCheckout, type Checkout, type CheckoutOrder } from '../../domain/checkout.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { CheckoutOrderModel } from '../models/checkout-order.model.ts';
import { CheckoutModel } from '../models/checkout.model.ts';
import { toDate, toInstant } from './codec.ts';
import { VersionedStore } from './versioned.store.ts';

/** `checkouts`: changed under the guard of their version, and kept for ever. */
export class CheckoutStore extends VersionedStore<CheckoutModel, Checkout> {
  constructor(database: Database) {
    const codec = { toDocument, fromDocument: checkoutFromDocument };
    super(collectionOf<CheckoutModel>(database, CheckoutModel), codec);
  }

  /** The checkouts of a wallet's customer, newest first, at most `limit` of them. */
  async latestOf(walletId: string, limit: number): Promise<Checkout[]> {
    return this.find({ walletId }, { sort: { createdAt: -1, _id: -1 }, limit });
  }

  /** The open ones whose deadline has come at `now`, longest due first, at most `limit` of them. */
  async findDue(now: Instant, limit: number): Promise<Checkout[]> {
    // The type says nothing new, but without it the database would not use the partial index.
    const isDue = { dueAt: { $type: 'date' as const, $lte: new Date(now) } };
    return this.find(isDue, { sort: { dueAt: 1 }, limit });
  }
}

/** `checkout_orders`: which checkout an order has. */
export class CheckoutOrderStore extends VersionedStore<CheckoutOrderModel, CheckoutOrder> {
  constructor(database: Database) {
    super(collectionOf<CheckoutOrderModel>(database, CheckoutOrderModel), {
      toDocument: ({ id, since, ...same }) => ({ _id: id, ...same, since: toDate(since) }),
      fromDocument: checkoutOrderFromDocument,
    });
  }
}

/** What a sound document of `checkout_orders` says. */
export function checkoutOrderFromDocument({ _id, since, ...same }: CheckoutOrderModel): CheckoutOrder {
  return { id: _id, ...same, since: toInstant(since) };
}

function toDocument(checkout: Checkout): CheckoutModel {
  const { id, parts, ending, expiresAt, createdAt, updatedAt, keys, link, refunds, ...same } = checkout;
  return {
    _id: id,
    ...same,
    parts: [...parts],
    ending: ending && { ...ending, at: toDate(ending.at) },
    expiresAt: toDate(expiresAt),
    dueAt: isOpenCheckout(checkout) ? toDate(expiresAt) : null,
    createdAt: toDate(createdAt),
    updatedAt: toDate(updatedAt),
    keys: keys.map((used) => ({ ...used, at: toDate(used.at) })),
    ...(link && { link: { ...link, usedAt: link.usedAt === null ? null : toDate(link.usedAt) } }),
    ...(refunds && {
      refunds: refunds.map((each) => ({ ...each, toCards: [...each.toCards], at: toDate(each.at) })),
    }),
  };
}

/** The checkout that a sound document of the collection holds. */
export function checkoutFromDocument(document: CheckoutModel): Checkout {
  const { _id, ending, expiresAt, dueAt: _, createdAt, updatedAt, keys, link, refunds, ...same } = document;
  return {
    id: _id,
    ...same,
    ending: ending && { ...ending, at: toInstant(ending.at) },
    expiresAt: toInstant(expiresAt),
    createdAt: toInstant(createdAt),
    updatedAt: toInstant(updatedAt),
    keys: keys.map((used) => ({ ...used, at: toInstant(used.at) })),
    ...(link && { link: { ...link, usedAt: link.usedAt === null ? null : toInstant(link.usedAt) } }),
    ...(refunds && { refunds: refunds.map((each) => ({ ...each, at: toInstant(each.at) })) }),
  };
}
