import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import {
  isCreditedByReview,
  type DisputeOutcome,
  type PaymentReview,
  type ReviewKind,
  type ReviewStatus,
} from '../../domain/payment-review.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { beyond, sortOf } from '../keyset.ts';
import { PaymentReviewModel } from '../models/payment-review.model.ts';
import { toDate, toInstant } from './codec.ts';
import { StaleRead, type Change, type DocumentStore, type Session } from './document-store.ts';
import type { Stretch } from './directory.store.ts';
import { UniqueValues, valueOf, type Holding } from './unique-values.ts';

/** Which reviews to list. All that is given must hold. */
export interface ReviewFilter {
  readonly kinds?: readonly ReviewKind[];
  readonly statuses?: readonly ReviewStatus[];
  /** Disputes that stand so. */
  readonly outcomes?: readonly DisputeOutcome[];
  /** Those that this person has taken. */
  readonly assigneeId?: string;
}

/** `payment_reviews`: changed under the guard of their version, and kept for ever. */
export class PaymentReviewStore implements DocumentStore<PaymentReview> {
  readonly name = 'payment_reviews';
  readonly #collection: mongoose.mongo.Collection<PaymentReviewModel>;
  readonly #values: UniqueValues;

  constructor(database: Database) {
    this.#collection = collectionOf<PaymentReviewModel>(database, PaymentReviewModel);
    this.#values = new UniqueValues(database);
  }

  async load(ids: readonly string[]): Promise<Map<string, PaymentReview>> {
    const found = await this.#find({ _id: { $in: [...ids] } });
    return new Map(found.map((review) => [review.id, review]));
  }

  async save(changes: readonly Change<PaymentReview>[], session: Session): Promise<void> {
    const fresh = changes.filter(({ before }) => !before).map(({ after }) => reviewToDocument(after));
    if (fresh.length > 0) await this.#collection.insertMany(fresh, { session });
    const changed = changes.flatMap(({ id, before, after }) => {
      const { _id, ...replacement } = reviewToDocument(after);
      return before ? [{ replaceOne: { filter: { _id: id, version: before.version }, replacement } }] : [];
    });
    if (changed.length > 0) {
      const { matchedCount } = await this.#collection.bulkWrite(changed, { session, ordered: false });
      if (matchedCount !== changed.length) throw new StaleRead(this.name);
    }
    // A payment is credited once, whether for a top-up or by a person: both take its name.
    await this.#values.take(
      changes.flatMap(({ after }) => holdingsOf(after)),
      session,
    );
  }

  /** The reviews about these payments of a provider, at most a hundred of each. */
  async ofPayments(provider: string, paymentIds: readonly string[]): Promise<PaymentReview[]> {
    if (paymentIds.length === 0) return [];
    return this.#find({ paymentId: { $in: [...paymentIds] }, provider }, { limit: 100 * paymentIds.length });
  }

  /** Those that the server goes on with by itself and whose time has come, longest due first, at most `limit` of them. */
  async findDue(now: Instant, limit: number): Promise<PaymentReview[]> {
    // The type says nothing new, but without it the database would not use the partial index.
    const isDue = { nextTryAt: { $type: 'date' as const, $lte: new Date(now) } };
    return this.#find(isDue, { sort: { nextTryAt: 1 }, limit });
  }

  /** A stretch of those that match, by when they were opened. */
  async list(filter: ReviewFilter, { order, limit, beyond: place }: Stretch): Promise<PaymentReview[]> {
    const past = place ? beyond(place, order) : {};
    return this.#find({ $and: [conditionOf(filter), past] }, { sort: sortOf(order), limit });
  }

  /** How many match; counts at most `limit`. */
  async count(filter: ReviewFilter, limit: number): Promise<number> {
    return this.#collection.countDocuments(conditionOf(filter), { limit });
  }

  /** Since when the oldest of those that are open is; null when none is. */
  async openSince(): Promise<Instant | null> {
    const options = { sort: { createdAt: 1 }, projection: { createdAt: 1 } } as const;
    const oldest = await this.#collection.findOne({ status: 'OPEN' }, options);
    return toInstant(oldest?.createdAt ?? null);
  }

  async #find(
    filter: mongoose.mongo.Filter<PaymentReviewModel>,
    options: mongoose.mongo.FindOptions = {},
  ): Promise<PaymentReview[]> {
    return (await this.#collection.find(filter, options).toArray()).map(reviewFromDocument);
  }
}

/** What only this review may have. */
export function holdingsOf(review: PaymentReview): Holding[] {
  const { id: holder, provider, paymentId } = review;
  return isCreditedByReview(review) ? [{ _id: valueOf.paymentId(provider, paymentId), holder }] : [];
}

type Condition = mongoose.mongo.Filter<PaymentReviewModel>;

function conditionOf({ kinds, statuses, outcomes, assigneeId }: ReviewFilter): Condition {
  return {
    ...(statuses && { status: { $in: [...statuses] } }),
    ...(kinds && { kind: { $in: [...kinds] } }),
    ...(assigneeId !== undefined && { 'assignment.actor.id': assigneeId }),
    ...(outcomes && { $or: outcomes.map(disputesThatStand) }),
  };
}

/** The same as `disputeOutcome` says of one. */
function disputesThatStand(outcome: DisputeOutcome): Condition {
  const isTaken = {
    $or: [{ 'claim.state': 'FINAL' as const }, { 'claim.takenAt': { $type: 'date' as const } }],
  };
  const isKept = { $or: [{ 'claim.state': 'DROPPED' as const }, { status: { $ne: 'OPEN' as const } }] };
  const dispute = { kind: 'DISPUTE', claim: { $type: 'object' } } as const;
  switch (outcome) {
    case 'LOST':
      return { ...dispute, ...isTaken };
    case 'KEPT':
      return { ...dispute, $nor: [isTaken], ...isKept };
    case 'OPEN':
      return { ...dispute, $nor: [isTaken, isKept] };
  }
}

/** A review as its collection has it. */
export function reviewToDocument(review: PaymentReview): PaymentReviewModel {
  const { id, assignment, refund, claim, ending, keys, nextTryAt, createdAt, updatedAt, ...same } = review;
  return {
    _id: id,
    ...same,
    assignment: assignment && { ...assignment, at: toDate(assignment.at) },
    refund: refund && { ...refund, at: toDate(refund.at) },
    claim: claim && claimToDocument(claim),
    ending: ending && { ...ending, at: toDate(ending.at) },
    keys: keys.map((used) => ({ ...used, at: toDate(used.at) })),
    nextTryAt: toDate(nextTryAt),
    createdAt: toDate(createdAt),
    updatedAt: toDate(updatedAt),
  };
}

function claimToDocument({ takenAt, hold, ...same }: NonNullable<PaymentReview['claim']>) {
  const held = hold && { hold: { ...hold, endedAt: toDate(hold.endedAt) } };
  return { ...same, takenAt: toDate(takenAt), ...held };
}

function claimFromDocument({ takenAt, hold, ...same }: NonNullable<PaymentReviewModel['claim']>) {
  const held = hold && { hold: { ...hold, endedAt: toInstant(hold.endedAt) } };
  return { ...same, takenAt: toInstant(takenAt), ...held };
}

/** The review that a sound document of the collection holds. */
export function reviewFromDocument(document: PaymentReviewModel): PaymentReview {
  const { _id, assignment, refund, claim, ending, keys, nextTryAt, createdAt, updatedAt, ...same } = document;
  return {
    id: _id,
    ...same,
    assignment: assignment && { ...assignment, at: toInstant(assignment.at) },
    refund: refund && { ...refund, at: toInstant(refund.at) },
    claim: claim && claimFromDocument(claim),
    ending: ending && { ...ending, at: toInstant(ending.at) },
    keys: keys.map((used) => ({ ...used, at: toInstant(used.at) })),
    nextTryAt: toInstant(nextTryAt),
    createdAt: toInstant(createdAt),
    updatedAt: toInstant(updatedAt),
  };
}
