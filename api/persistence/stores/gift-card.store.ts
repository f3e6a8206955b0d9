import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import { cardIdOf, type CardEntry } from '../../domain/gift-card/card-entries.ts';
import {
  endOf,
  heldOf,
  type CardStatus,
  type GiftCard,
  type GiftCode,
} from '../../domain/gift-card/gift-card.ts';
import { sum, type Paise } from '../../domain/money.ts';
import type { Funding } from '../../domain/wallet/lots.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { beyond, sortOf } from '../keyset.ts';
import { GiftCardEntryModel } from '../models/gift-card-entry.model.ts';
import { GiftCardModel } from '../models/gift-card.model.ts';
import { GiftCodeModel } from '../models/gift-code.model.ts';
import { toDate, toInstant } from './codec.ts';
import type { Stretch } from './directory.store.ts';
import type { Change, Session } from './document-store.ts';
import { InsertOnlyStore, type Codec } from './insert-only.store.ts';
import { VersionedStore } from './versioned.store.ts';

/** As many cards of one customer are read at most. */
const MOST_OF_CUSTOMER = 100;

/** Which cards to list. All that is given must hold; left out, all. */
export interface CardFilter {
  readonly onlyOpen?: boolean;
  /** Those of which something is left or held: what the shop owes. */
  readonly isOwed?: boolean;
  readonly statuses?: readonly CardStatus[] | undefined;
  /** The last symbols of the code that they have now. */
  readonly lastFour?: string | undefined;
  /** When they were issued: from an instant on, and before another. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** What cards hold that are open. */
export interface OpenCards {
  readonly cards: number;
  /** In paise, and how much of it was paid for and given. */
  readonly amount: Paise;
  readonly purchased: Paise;
  readonly granted: Paise;
  /** What of the amount orders hold. */
  readonly held: Paise;
}

/** `gift_cards`: made many at a time, and changed under the guard of their version. */
export class GiftCardStore extends VersionedStore<GiftCardModel, GiftCard> {
  constructor(database: Database) {
    super(collectionOf<GiftCardModel>(database, GiftCardModel), cardCodec);
  }

  override async save(changes: readonly Change<GiftCard>[], session: Session): Promise<void> {
    const made = changes.filter(({ before }) => !before).map(({ after }) => cardCodec.toDocument(after));
    if (made.length > 0) await this.collection.insertMany(made, { session });
    await super.save(
      changes.filter(({ before }) => before),
      session,
    );
  }

  /** A stretch of those that match at an instant, by when they were issued. */
  list(filter: CardFilter, now: Instant, { order, limit, beyond: place }: Stretch): Promise<GiftCard[]> {
    const past = place ? beyond(place, order) : {};
    return this.find({ $and: [conditionOf(filter, now), past] }, { sort: sortOf(order), limit });
  }

  /** How many match; counts at most `limit`. */
  count(filter: CardFilter, now: Instant, limit: number): Promise<number> {
    return this.collection.countDocuments(conditionOf(filter, now), { limit });
  }

  /** The cards that went into the wallet of a customer, the latest first, at most a hundred. */
  claimedBy(customerId: string): Promise<GiftCard[]> {
    return this.find({ claimedBy: theText(customerId) }, { sort: { endedAt: -1 }, limit: MOST_OF_CUSTOMER });
  }

  /** The ids of cards whose time has come at `now` and is not booked, soonest first, at most `limit`. */
  async due(now: Instant, limit: number): Promise<string[]> {
    const found = await this.collection
      .find({ dueAt: { $type: 'date', $lte: new Date(now) } }, { projection: { _id: 1 }, sort: { dueAt: 1 } })
      .limit(limit)
      .toArray();
    return found.map(({ _id }) => _id);
  }

  /** When the time of the next card comes, or of the next after an instant; null when there is none. */
  async soonestEnd(after?: Instant): Promise<Instant | null> {
    const filter = {
      dueAt: { $type: 'date' as const, ...(after !== undefined && { $gt: new Date(after) }) },
    };
    const [first] = await this.collection
      .find(filter, { projection: { dueAt: 1 }, sort: { dueAt: 1 }, limit: 1 })
      .toArray();
    return first ? toInstant(first.dueAt) : null;
  }

  /**
   * What is on all cards at an instant, and what orders hold of them: the shop owes it. What is due counts as expired, booked or
   * not.
   */
  async open(now: Instant): Promise<OpenCards> {
    return this.#figuresOf(owedAt(now), now);
  }

  /** The same of the cards that a customer has bought and kept: what was sent as a gift is for somebody else. */
  async openOf(buyerId: string, now: Instant): Promise<OpenCards> {
    // In three, so that each of them is a stretch of the index, and cards that have ended are not read.
    const isOpen = [
      { dueAt: { $gt: new Date(now) } },
      { dueAt: { $lte: new Date(now) }, ...HELD },
      { dueAt: null, ...HELD },
    ];
    const isOwn = { 'bought.by': theText(buyerId), 'bought.isGift': { $exists: false } };
    return this.#figuresOf({ $or: isOpen.map((one) => ({ ...isOwn, ...one })) }, now);
  }

  async #figuresOf(which: Condition, now: Instant): Promise<OpenCards> {
    const left = { $cond: [{ $gt: ['$dueAt', new Date(now)] }, '$remaining', 0n] };
    const held = { $ifNull: ['$held', 0n] };
    const sums = {
      amount: { $sum: { $add: [left, held] } },
      held: { $sum: held },
      cards: { $sum: 1 },
    };
    const groups = await this.collection
      .aggregate<{ _id: Funding; amount: bigint; held: bigint; cards: bigint }>([
        { $match: which },
        { $group: { _id: '$funding', ...sums } },
      ])
      .toArray();
    const of = (...fundings: Funding[]) =>
      sum(groups.filter(({ _id }) => fundings.includes(_id)).map(({ amount }) => BigInt(amount)));
    return {
      cards: groups.reduce((total, { cards }) => total + Number(cards), 0),
      amount: of('PURCHASED', 'GRANTED'),
      purchased: of('PURCHASED'),
      granted: of('GRANTED'),
      held: sum(groups.map((group) => BigInt(group.held))),
    };
  }
}

const OPEN = { dueAt: { $type: 'date' } } as const;
const HELD = { held: { $type: 'long' } } as const;

/** The type says nothing new, but without it the database would not use an index that holds only texts. */
const theText = (value: string) => ({ $eq: value, $type: 'string' as const });

type Condition = mongoose.mongo.Filter<GiftCardModel>;

/** Something is left on it that is not due, or orders hold something of it. */
const owedAt = (now: Instant): Condition => ({
  $or: [{ dueAt: { $type: 'date' as const, $gt: new Date(now) } }, HELD],
});

function conditionOf(filter: CardFilter, now: Instant): Condition {
  const { onlyOpen, isOwed, statuses, lastFour, from, to } = filter;
  const isIn = statuses?.length ? { $or: statuses.map((status) => whose(status, new Date(now))) } : {};
  const issued = {
    ...(from !== undefined && { $gte: new Date(from) }),
    ...(to !== undefined && { $lt: new Date(to) }),
  };
  return {
    ...(onlyOpen === true && OPEN),
    ...(isOwed === true && { $and: [owedAt(now)] }),
    ...isIn,
    ...(lastFour !== undefined && { lastFour }),
    ...(Object.keys(issued).length > 0 && { createdAt: issued }),
  };
}

/** The same as `statusOf` says of one: what is due has expired, booked or not. */
function whose(status: CardStatus, now: Date): Condition {
  const unspent = { $add: ['$remaining', { $ifNull: ['$held', 0n] }] };
  const isOpen = { state: 'OPEN', dueAt: { $not: { $lte: now } } } as const;
  switch (status) {
    case 'ACTIVE':
      return { ...isOpen, $expr: { $eq: [unspent, '$initial'] } };
    case 'PART_USED':
      return { ...isOpen, $expr: { $lt: [unspent, '$initial'] } };
    case 'EXPIRED':
      return { $or: [{ state: 'EXPIRED' }, { state: 'OPEN', dueAt: { $lte: now } }] };
    case 'CLAIMED':
    case 'CANCELLED':
    case 'USED':
      return { state: status };
  }
}

/** `gift_card_entries`: appends and reads. */
export class GiftCardEntryStore extends InsertOnlyStore<GiftCardEntryModel, CardEntry> {
  constructor(database: Database) {
    super(collectionOf<GiftCardEntryModel>(database, GiftCardEntryModel), cardEntryCodec);
  }

  /** The journal of a card, oldest first, at most `limit` entries beyond a number. */
  async of(cardId: string, limit: number, afterSeq: number): Promise<CardEntry[]> {
    const beyond = { cardId, seq: { $gt: afterSeq } };
    const found = await this.collection.find(beyond, { sort: { seq: 1 }, limit }).toArray();
    return found.map(cardEntryCodec.fromDocument);
  }

  protected override named(ids: readonly string[]): mongoose.mongo.Filter<GiftCardEntryModel> {
    return { ...super.named(ids), cardId: { $in: [...new Set(ids.map(cardIdOf))] } };
  }
}

/** `gift_codes`: what leads from a code to its card. */
export class GiftCodeStore extends InsertOnlyStore<GiftCodeModel, GiftCode> {
  constructor(database: Database) {
    super(collectionOf<GiftCodeModel>(database, GiftCodeModel), giftCodeCodec);
  }
}

export const cardCodec: Codec<GiftCardModel, GiftCard> = {
  toDocument: (card) => {
    const { id, holds, expiresAt, endedAt, createdAt, updatedAt, ...same } = card;
    return {
      ...{ _id: id, ...same, expiresAt: toDate(expiresAt), dueAt: toDate(endOf(card)) },
      ...(holds.length > 0 && { holds: [...holds], held: heldOf(card) }),
      ...{ endedAt: toDate(endedAt), createdAt: toDate(createdAt), updatedAt: toDate(updatedAt) },
    };
  },
  fromDocument: (document) => {
    const {
      _id,
      holds = [],
      held: _held,
      expiresAt,
      dueAt: _,
      endedAt,
      createdAt,
      updatedAt,
      ...same
    } = document;
    return {
      ...{ id: _id, ...same, holds, expiresAt: toInstant(expiresAt), endedAt: toInstant(endedAt) },
      ...{ createdAt: toInstant(createdAt), updatedAt: toInstant(updatedAt) },
    };
  },
};

export const cardEntryCodec: Codec<GiftCardEntryModel, CardEntry> = {
  toDocument: ({ id, at, ...same }) => {
    const expiresAt = 'expiresAt' in same ? { expiresAt: toDate(same.expiresAt) } : {};
    const bookedAt = same.kind === 'EXPIRY' ? { bookedAt: toDate(same.bookedAt) } : {};
    return { _id: id, ...same, at: toDate(at), ...expiresAt, ...bookedAt } as GiftCardEntryModel;
  },
  fromDocument: ({ _id, at, expiresAt, bookedAt, ...same }) =>
    ({
      ...{ id: _id, ...same, at: toInstant(at) },
      ...(expiresAt && { expiresAt: toInstant(expiresAt) }),
      ...(bookedAt && { bookedAt: toInstant(bookedAt) }),
    }) as CardEntry,
};

export const giftCodeCodec: Codec<GiftCodeModel, GiftCode> = {
  toDocument: ({ id, ...same }) => ({ _id: id, ...same }),
  fromDocument: ({ _id, ...same }) => ({ id: _id, ...same }),
};
