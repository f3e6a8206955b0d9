import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import { CURRENCY } from '../../domain/money.ts';
import type { TopUp } from '../../domain/top-up.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { beyond, sortOf, type Order, type Place } from '../keyset.ts';
import { TopUpModel } from '../models/top-up.model.ts';
import { toDate, toInstant } from './codec.ts';
import { StaleRead, type Change, type DocumentStore, type Session } from './document-store.ts';
import { ofWallets } from './of-wallets.ts';
import { UniqueValues, valueOf, type Holding } from './unique-values.ts';

/** What pays a checkout or a gift card is no top-up of the wallet. */
const CREDITED = { checkout: { $exists: false }, giftCard: { $exists: false } };

/** A part of the list of a wallet's top-ups. */
export interface TopUpStretch {
  /** Left out, newest first. */
  readonly order?: Order;
  readonly limit: number;
  readonly beyond?: Place | undefined;
}

/** `top_ups`: changed under the guard of their version. */
export class TopUpStore implements DocumentStore<TopUp> {
  readonly name = 'top_ups';
  readonly #collection: mongoose.mongo.Collection<TopUpModel>;
  readonly #values: UniqueValues;

  constructor(database: Database) {
    this.#collection = collectionOf<TopUpModel>(database, TopUpModel);
    this.#values = new UniqueValues(database);
  }

  async load(ids: readonly string[]): Promise<Map<string, TopUp>> {
    const found = await this.#find(ofWallets({ _id: { $in: [...ids] } }, ids), { hint: '_id_' });
    return new Map(found.map((topUp) => [topUp.id, topUp]));
  }

  async save(changes: readonly Change<TopUp>[], session: Session): Promise<void> {
    const fresh = changes.filter(({ before }) => !before).map(({ after }) => toDocument(after));
    if (fresh.length > 0) await this.#collection.insertMany(fresh, { session });
    const changed = changes.flatMap(({ id, before, after }) => {
      const { _id, ...replacement } = toDocument(after);
      if (!before) return [];
      const filter = { _id: id, walletId: before.walletId, version: before.version };
      return [{ replaceOne: { filter, replacement, hint: '_id_' } }];
    });
    if (changed.length > 0) {
      const { matchedCount } = await this.#collection.bulkWrite(changed, { session, ordered: false });
      if (matchedCount !== changed.length) throw new StaleRead(this.name);
    }
    await this.#values.take(
      changes.flatMap(({ after }) => holdingsOf({ _id: after.id, ...after })),
      session,
    );
  }

  /** The top-ups that the provider calls by any of these names: one, unless the names do not belong together. */
  async findByProviderIds(provider: string, ids: readonly string[]): Promise<TopUp[]> {
    return this.#holding(ids.map((id) => valueOf.providerId(provider, id)));
  }

  /** The top-ups for which any of these payments of the provider's was credited. */
  async findByPaymentIds(provider: string, ids: readonly string[]): Promise<TopUp[]> {
    return this.#holding(ids.map((id) => valueOf.paymentId(provider, id)));
  }

  /** The top-up that a customer would quote this reference for; null when there is none. */
  async findByReference(reference: string): Promise<TopUp | null> {
    return (await this.#holding([valueOf.reference(reference)]))[0] ?? null;
  }

  /** The top-ups that are called so: by their own reference, or by a provider, for themselves or for a payment. One look for all. */
  async calledSo(reference: string, providers: readonly string[], name: string): Promise<TopUp[]> {
    return this.#holding([
      valueOf.reference(reference),
      ...providers.flatMap((provider) => [
        valueOf.providerId(provider, name),
        valueOf.paymentId(provider, name),
      ]),
    ]);
  }

  /** The top-ups that the provider is to be asked about at `now`, longest due first, at most `limit` of them. */
  async findDue(now: Instant, limit: number): Promise<TopUp[]> {
    return this.#find({ nextPollAt: { $lte: new Date(now) } }, { sort: { nextPollAt: 1 }, limit });
  }

  /** The top-ups of which refunds are to be asked about at `now`, longest due first, at most `limit` of them. */
  async findRefunding(now: Instant, limit: number): Promise<TopUp[]> {
    // The type says nothing new, but without it the database would not use the partial index.
    const isDue = { nextRefundAt: { $type: 'date' as const, $lte: new Date(now) } };
    return this.#find(isDue, { sort: { nextRefundAt: 1 }, limit });
  }

  /** Since when the top-up that has waited longest is to be asked about; null when none is due at `now`. */
  async dueSince(now: Instant): Promise<Instant | null> {
    const filter = { nextPollAt: { $lte: new Date(now) } };
    const options = { sort: { nextPollAt: 1 }, projection: { nextPollAt: 1 } } as const;
    return toInstant((await this.#collection.findOne(filter, options))?.nextPollAt ?? null);
  }

  /** The top-ups of a wallet in the order asked for, at most `limit` of them beyond a place. */
  async ofWallet(
    walletId: string,
    { order = 'NEWEST_FIRST', limit, beyond: place }: TopUpStretch,
  ): Promise<TopUp[]> {
    const filter = { walletId, ...CREDITED, ...(place && beyond(place, order)) };
    return this.#find(filter, { sort: sortOf(order), limit });
  }

  /** How many top-ups a wallet has ever had; counts at most `limit`. */
  async countOf(walletId: string, limit: number): Promise<number> {
    return this.#collection.countDocuments({ walletId, ...CREDITED }, { limit });
  }

  /** The payments by which a customer bought gift cards or tries to, newest first, at most `limit` of them. */
  async forGiftCards(walletId: string, limit: number): Promise<TopUp[]> {
    return this.#find(
      { walletId, giftCard: { $exists: true }, 'giftCard.isGift': { $exists: false } },
      { sort: { createdAt: -1, _id: -1 }, limit },
    );
  }

  async #holding(values: readonly string[]): Promise<TopUp[]> {
    if (values.length === 0) return [];
    const ids = new Set((await this.#values.holders(values)).values());
    return ids.size === 0 ? [] : [...(await this.load([...ids])).values()];
  }

  async #find(
    filter: mongoose.mongo.Filter<TopUpModel>,
    options: mongoose.mongo.FindOptions = {},
  ): Promise<TopUp[]> {
    return (await this.#collection.find(filter, options).toArray()).map(topUpFromDocument);
  }
}

function toDocument(topUp: TopUp): TopUpModel {
  const { id, nextPollAt, expiresAt, createdAt, updatedAt, settledAt, ...others } = topUp;
  const { renewals, refunds, nextRefundAt, ...same } = others;
  return {
    _id: id,
    ...same,
    currency: CURRENCY,
    providerIds: [...same.providerIds],
    payments: [...same.payments],
    doubts: same.doubts.map((doubt) => ({ ...doubt, at: toDate(doubt.at) })),
    nextPollAt: toDate(nextPollAt),
    expiresAt: toDate(expiresAt),
    createdAt: toDate(createdAt),
    updatedAt: toDate(updatedAt),
    settledAt: toDate(settledAt),
    ...(renewals && { renewals: renewals.map((at) => toDate(at)) }),
    ...(refunds && {
      refunds: refunds.map((refund) => {
        return { ...refund, at: toDate(refund.at), endedAt: toDate(refund.endedAt) };
      }),
    }),
    ...(nextRefundAt !== undefined && { nextRefundAt: toDate(nextRefundAt) }),
  };
}

type Held = Pick<TopUp, 'reference' | 'provider' | 'providerIds'> & {
  readonly _id: string;
  readonly payments: readonly { readonly id: string }[];
};

/** What only this top-up may have. */
export function holdingsOf({ _id: holder, reference, provider, providerIds, payments }: Held): Holding[] {
  const values = [
    valueOf.reference(reference),
    ...providerIds.map((id) => valueOf.providerId(provider, id)),
    ...payments.map(({ id }) => valueOf.paymentId(provider, id)),
  ];
  return values.map((_id) => ({ _id, holder }));
}

/** The top-up that a sound document of the collection holds. */
export function topUpFromDocument(document: TopUpModel): TopUp {
  const { _id, currency, nextPollAt, expiresAt, createdAt, updatedAt, settledAt, ...others } = document;
  const { renewals, refunds, nextRefundAt, ...same } = others;
  return {
    id: _id,
    ...same,
    doubts: same.doubts.map((doubt) => ({ ...doubt, at: toInstant(doubt.at) })),
    nextPollAt: toInstant(nextPollAt),
    expiresAt: toInstant(expiresAt),
    createdAt: toInstant(createdAt),
    updatedAt: toInstant(updatedAt),
    settledAt: toInstant(settledAt),
    ...(renewals && { renewals: renewals.map((at) => toInstant(at)) }),
    ...(refunds && {
      refunds: refunds.map((refund) => {
        return { ...refund, at: toInstant(refund.at), endedAt: toInstant(refund.endedAt) };
      }),
    }),
    ...(nextRefundAt && { nextRefundAt: toInstant(nextRefundAt) }),
  };
}
