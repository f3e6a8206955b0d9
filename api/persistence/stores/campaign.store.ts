import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import {
  readSharedCode,
  userOf,
  type Campaign,
  type CampaignStatus,
  type VoucherCode,
  type VoucherUse,
} from '../../domain/campaign.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { beyond, beyondIn, sortBy, sortOf } from '../keyset.ts';
import { CampaignModel } from '../models/campaign.model.ts';
import { VoucherCodeModel } from '../models/voucher-code.model.ts';
import { VoucherUseModel } from '../models/voucher-use.model.ts';
import { toDate, toInstant } from './codec.ts';
import type { Stretch } from './directory.store.ts';
import type { Change, Session } from './document-store.ts';
import { InsertOnlyStore, type Codec } from './insert-only.store.ts';
import { UniqueValues, valueOf, type Holding } from './unique-values.ts';
import { VersionedStore } from './versioned.store.ts';

/** Which campaigns to list; left out, all. */
export interface CampaignFilter {
  readonly statuses?: readonly CampaignStatus[];
}

type Condition = mongoose.mongo.Filter<CampaignModel>;

/** `campaigns`: changed under the guard of their version. A shared code leads to the one campaign that has it. */
export class CampaignStore extends VersionedStore<CampaignModel, Campaign> {
  readonly #values: UniqueValues;

  constructor(database: Database) {
    super(collectionOf<CampaignModel>(database, CampaignModel), campaignCodec);
    this.#values = new UniqueValues(database);
  }

  override async save(changes: readonly Change<Campaign>[], session: Session): Promise<void> {
    await super.save(changes, session);
    const made = changes.filter(({ before }) => !before).map(({ after }) => after);
    await this.#values.take(made.flatMap(holdingsOfCampaign), session);
  }

  /** A stretch of those that match, by when they were made. A shop has so few that what time and budget make of them needs no index. */
  list(filter: CampaignFilter, now: Instant, { order, limit, beyond: place }: Stretch): Promise<Campaign[]> {
    const past = place ? beyond(place, order) : {};
    return this.find({ $and: [conditionOf(filter, now), past] }, { sort: sortOf(order), limit });
  }

  /** How many match; counts at most `limit`. */
  count(filter: CampaignFilter, now: Instant, limit: number): Promise<number> {
    return this.collection.countDocuments(conditionOf(filter, now), { limit });
  }
}

function conditionOf({ statuses }: CampaignFilter, now: Instant): Condition {
  return statuses?.length ? { $or: statuses.map((status) => whose(status, new Date(now))) } : {};
}

/** The same as `statusOf` says of one; nobody writes down what time and budget make of it. */
function whose(status: CampaignStatus, now: Date): Condition {
  const isOver: Condition = { state: { $in: ['STARTED', 'PAUSED'] }, endsAt: { $ne: null, $lte: now } };
  const isOn: Condition = { $or: [{ endsAt: null }, { endsAt: { $gt: now } }] };
  switch (status) {
    case 'DRAFT':
      return { state: 'DRAFT' };
    case 'ENDED':
      return { $or: [{ state: 'ENDED' }, isOver] };
    case 'BUDGET_SPENT':
      return { state: { $in: ['STARTED', 'PAUSED'] }, ...isOn, $expr: { $not: HAS_ROOM } };
    case 'PAUSED':
      return { state: 'PAUSED', ...isOn, $expr: HAS_ROOM };
    case 'SCHEDULED':
      return { state: 'STARTED', startsAt: { $gt: now }, ...isOn, $expr: HAS_ROOM };
    case 'RUNNING':
      return { state: 'STARTED', startsAt: { $lte: now }, ...isOn, $expr: HAS_ROOM };
  }
}

const HAS_ROOM = {
  $and: [
    { $or: [{ $eq: ['$budget', null] }, { $lte: [{ $add: ['$spent', '$value'] }, '$budget'] }] },
    { $or: [{ $eq: ['$maxUses', null] }, { $lt: ['$uses', '$maxUses'] }] },
  ],
};

/** The values that only this campaign may have. */
export function holdingsOfCampaign({ id: holder, sharedCode }: Campaign): Holding[] {
  const code = sharedCode === null ? null : readSharedCode(sharedCode);
  return code === null ? [] : [{ _id: valueOf.sharedCode(code), holder }];
}

/** What leads from a shared code, as it is compared, to the one campaign that has it; written with the campaign. */
export class SharedCodes {
  readonly #values: UniqueValues;

  constructor(database: Database) {
    this.#values = new UniqueValues(database);
  }

  /** Whose these codes are; those that nobody has are missing. */
  async load(codes: readonly string[]): Promise<Map<string, string>> {
    const holders = await this.#values.holders(codes.map(valueOf.sharedCode));
    const held = codes.map((code) => [code, holders.get(valueOf.sharedCode(code))] as const);
    return new Map(held.filter((pair): pair is [string, string] => pair[1] !== undefined));
  }
}

/** `voucher_codes`: made many at a time, and used once each under the guard of their version. */
export class VoucherCodeStore extends VersionedStore<VoucherCodeModel, VoucherCode> {
  constructor(database: Database) {
    super(collectionOf<VoucherCodeModel>(database, VoucherCodeModel), codeCodec);
  }

  override async save(changes: readonly Change<VoucherCode>[], session: Session): Promise<void> {
    const made = changes.filter(({ before }) => !before).map(({ after }) => codeCodec.toDocument(after));
    if (made.length > 0) await this.collection.insertMany(made, { session });
    await super.save(
      changes.filter(({ before }) => before),
      session,
    );
  }

  /** A campaign's codes behind a number up to another, in their order. */
  numbered(campaignId: string, behind: number, upTo: number): Promise<VoucherCode[]> {
    return this.find({ campaignId, number: { $gt: behind, $lte: upTo } }, { sort: { number: 1 } });
  }
}

/** `voucher_uses`. */
export class VoucherUseStore extends InsertOnlyStore<VoucherUseModel, VoucherUse> {
  constructor(database: Database) {
    super(collectionOf<VoucherUseModel>(database, VoucherUseModel), useCodec);
  }

  protected override named(ids: readonly string[]): mongoose.mongo.Filter<VoucherUseModel> {
    return { ...super.named(ids), customerId: { $in: [...new Set(ids.map(userOf))] } };
  }

  /** A stretch of a campaign's uses, by when they were. */
  async ofCampaign(campaignId: string, { order, limit, beyond: place }: Stretch): Promise<VoucherUse[]> {
    const past = place ? beyondIn('usedAt', place, order) : {};
    const options = { sort: sortBy('usedAt', order), limit };
    const found = await this.collection.find({ campaignId, ...past }, options).toArray();
    return found.map((document) => this.codec.fromDocument(document as unknown as VoucherUseModel));
  }
}

export const campaignCodec: Codec<CampaignModel, Campaign> = {
  toDocument: ({ id, startsAt, endsAt, createdAt, updatedAt, tiers, ...same }) => ({
    ...{ _id: id, ...same, tiers: [...tiers], startsAt: toDate(startsAt), endsAt: toDate(endsAt) },
    ...{ createdAt: toDate(createdAt), updatedAt: toDate(updatedAt) },
  }),
  fromDocument: ({ _id, startsAt, endsAt, createdAt, updatedAt, ...same }) => ({
    ...{ id: _id, ...same, startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) },
    ...{ createdAt: toInstant(createdAt), updatedAt: toInstant(updatedAt) },
  }),
};

export const codeCodec: Codec<VoucherCodeModel, VoucherCode> = {
  toDocument: ({ id, usedAt, ...same }) => ({ _id: id, ...same, usedAt: toDate(usedAt) }),
  fromDocument: ({ _id, usedAt, ...same }) => ({ id: _id, ...same, usedAt: toInstant(usedAt) }),
};

export const useCodec: Codec<VoucherUseModel, VoucherUse> = {
  toDocument: ({ id, usedAt, ...same }) => ({ _id: id, ...same, usedAt: toDate(usedAt) }),
  fromDocument: ({ _id, usedAt, ...same }) => ({ id: _id, ...same, usedAt: toInstant(usedAt) }),
};
