import type { mongoose } from '@typegoose/typegoose';
import {
  isOfWallet,
  type Approval,
  type ApprovalAct,
  type ApprovalSlot,
  type ApprovalStatus,
} from '../../domain/approval.ts';
import type { Instant } from '../../domain/calendar.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { beyond, sortOf } from '../keyset.ts';
import { ApprovalSlotModel } from '../models/approval-slot.model.ts';
import { ApprovalModel } from '../models/approval.model.ts';
import { readBack, writeOut } from '../written-out.ts';
import { toDate, toInstant } from './codec.ts';
import type { Stretch } from './directory.store.ts';
import { VersionedStore } from './versioned.store.ts';

/** Which approvals to list. All that is given must hold. */
export interface ApprovalFilter {
  readonly statuses?: readonly ApprovalStatus[];
  readonly act?: ApprovalAct;
  readonly walletId?: string;
  /** Those that this person has asked for. */
  readonly requestedBy?: string;
}

type Condition = mongoose.mongo.Filter<ApprovalModel>;

/** `approvals`: changed under the guard of their version until they end, and kept for ever. */
export class ApprovalStore extends VersionedStore<ApprovalModel, Approval> {
  constructor(database: Database) {
    const codec = { toDocument: approvalToDocument, fromDocument: approvalFromDocument };
    super(collectionOf<ApprovalModel>(database, ApprovalModel), codec);
  }

  /** A stretch of those that match, by when they were asked for; without the rows of bulk credits, which may be many. */
  async list(
    filter: ApprovalFilter,
    now: Instant,
    { order, limit, beyond: place }: Stretch,
  ): Promise<Approval[]> {
    const past = place ? beyond(place, order) : {};
    const options = { sort: sortOf(order), limit, projection: { rows: 0 } };
    return this.find({ $and: [conditionOf(filter, now), past] }, options);
  }

  /** How many match; counts at most `limit`. */
  async count(filter: ApprovalFilter, now: Instant, limit: number): Promise<number> {
    return this.collection.countDocuments(conditionOf(filter, now), { limit });
  }
}

/** `approval_slots`: which approval of a subject and act is open. */
export class ApprovalSlotStore extends VersionedStore<ApprovalSlotModel, ApprovalSlot> {
  constructor(database: Database) {
    super(collectionOf<ApprovalSlotModel>(database, ApprovalSlotModel), {
      toDocument: ({ id, since, expiresAt, ...same }) => ({
        ...{ _id: id, ...same, since: toDate(since), expiresAt: toDate(expiresAt) },
      }),
      fromDocument: ({ _id, since, expiresAt, ...same }) => ({
        ...{ id: _id, ...same, since: toInstant(since), expiresAt: toInstant(expiresAt) },
      }),
    });
  }
}

function conditionOf({ statuses, act, walletId, requestedBy }: ApprovalFilter, now: Instant): Condition {
  return {
    ...(statuses?.length && { $or: statuses.map((status) => whose(status, new Date(now))) }),
    ...(statuses?.length === 0 && { _id: { $in: [] } }),
    ...(act && { act }),
    ...(walletId !== undefined && { walletId }),
    ...(requestedBy !== undefined && { 'requestedBy.id': requestedBy }),
  };
}

/** That the last instant of one has come, nobody writes down. */
function whose(status: ApprovalStatus, now: Date): Condition {
  if (status === 'EXPIRED') return { status: { $in: ['PENDING', 'CHANGED'] }, expiresAt: { $lte: now } };
  const isOpen = status === 'PENDING' || status === 'CHANGED';
  return { status, ...(isOpen && { expiresAt: { $gt: now } }) };
}

function approvalToDocument(approval: Approval): ApprovalModel {
  const { id, input, preview, rows, createdAt, expiresAt, ending, keys, ...same } = approval;
  // Why it was asked for is kept once, where it can be blanked.
  const shown =
    !preview || !isOfWallet(preview) ? preview : { ...preview, entry: { ...preview.entry, reason: null } };
  return {
    _id: id,
    ...same,
    input: writeOut(input),
    preview: writeOut(shown),
    ...(rows && {
      rows: rows.map((row) => ({ ...row, expiresAt: toDate(row.expiresAt) })),
    }),
    createdAt: toDate(createdAt),
    expiresAt: toDate(expiresAt),
    ending: ending && { ...ending, at: toDate(ending.at) },
    keys: keys.map((used) => ({ ...used, at: toDate(used.at) })),
  };
}

/** The approval that a sound document of the collection holds. */
export function approvalFromDocument(document: ApprovalModel): Approval {
  const { _id, input, preview, rows, createdAt, expiresAt, ending, keys, ...same } = document;
  return {
    id: _id,
    ...same,
    input: readBack(input),
    preview: readBack(preview),
    rows: rows?.map((row) => ({ ...row, expiresAt: toInstant(row.expiresAt) })) ?? null,
    createdAt: toInstant(createdAt),
    expiresAt: toInstant(expiresAt),
    ending: ending && { ...ending, at: toInstant(ending.at) },
    keys: keys.map((used) => ({ ...used, at: toInstant(used.at) })),
  };
}
