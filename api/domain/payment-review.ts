import type { Actor } from './actor.ts';
import type { Instant } from './calendar.ts';
import { hasRoom } from './kept-keys.ts';
import { CURRENCY, smaller, sum, type Paise } from './money.ts';
import type { PaymentClaim } from './payment-event.ts';
import type { Refusal } from './refusal.ts';

export type ReviewKind =
  | 'AMOUNT_MISMATCH'
  | 'UNKNOWN_ORDER'
  | 'LATE_PAYMENT'
  | 'CURRENCY_MISMATCH'
  | 'DISPUTE'
  | 'PROVIDER_REFUND'
  | 'CHECKOUT_ENDED';
export type ReviewStatus = 'OPEN' | 'CREDITED' | 'REFUNDED' | 'DISMISSED';
export type RefundStatus = 'PROCESSING' | 'DONE' | 'FAILED';

/** Something about a payment that does not fit and that a person has to look at (product rule 24). */
export interface PaymentReview {
  /** The provider, what it is about (`payment`, `refund` or `dispute`), and the provider's id of that: one review each. */
  readonly id: string;
  /** Counts the changes; the guard of every write. */
  readonly version: number;
  readonly provider: string;
  readonly kind: ReviewKind;
  readonly status: ReviewStatus;
  /** The provider's id of the payment. */
  readonly paymentId: string;
  /** The provider's id of the payment, refund or dispute. */
  readonly providerReference: string;
  /** What was collected, given back or disputed, in hundredths of `currency`. */
  readonly collected: Paise;
  readonly currency: string;
  /** What had been asked for, in paise; null where that is not known. */
  readonly expected: Paise | null;
  readonly topUpId: string | null;
  readonly walletId: string | null;
  /** The entry that it brought: a credit, or the reversal of one. */
  readonly entryId: string | null;
  /** What does not fit, in words. */
  readonly problem: string;
  /** Who has taken it, and when. */
  readonly assignment: Assignment | null;
  /** The refund to its source that somebody asked for. */
  readonly refund: ReviewRefund | null;
  /** Of a refund or dispute: how far what it takes from us was taken from its credit. Null for payments. */
  readonly claim: ReviewClaim | null;
  readonly ending: Ending | null;
  /** The keys under which somebody acted on it. */
  readonly keys: readonly UsedKey[];
  /** When the server goes on with it by itself; null when it need not. */
  readonly nextTryAt: Instant | null;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface Assignment {
  readonly actor: Actor;
  readonly at: Instant;
}

export interface ReviewRefund {
  readonly status: RefundStatus;
  readonly amount: Paise;
  /** What the provider knows it by, from before it has answered: no second call under it refunds twice. */
  readonly receipt: string;
  /** The provider's id of it, once it has answered. */
  readonly refundId: string | null;
  readonly by: Actor;
  readonly at: Instant;
}

export interface ReviewClaim {
  /** PENDING: nothing has been taken from us yet. FINAL: it has. DROPPED: it will not be. */
  readonly state: PaymentClaim['state'];
  /** When it was taken from its credit; null while it was not. */
  readonly takenAt: Instant | null;
  /** In paise: what was left of the credit, and what had been spent and is owed since. */
  readonly taken: Paise;
  readonly receivable: Paise;
  /** In how many entries it was taken, the first of which the review names. Left out where it was one at most. */
  readonly parts?: number;
  /** What is held while it is not decided. Left out of refunds, and until its credit is known. */
  readonly hold?: ClaimHold;
}

/** What was left of the credit of a disputed payment is held until the dispute has ended (product rule 24). */
export interface ClaimHold {
  /** The entry that placed it; null where nothing was left. */
  readonly id: string | null;
  /** In paise. */
  readonly amount: Paise;
  /** When it had ended: taken, given back, or both; null while it keeps something. */
  readonly endedAt: Instant | null;
}

export interface Ending {
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string | null;
}

export interface UsedKey {
  /** A digest of the idempotency key. */
  readonly key: string;
  readonly intent: string;
  readonly at: Instant;
}

const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;
/** For so long a claim on a payment that nobody knows is tried again: it may be told before the payment is. */
const TRIED_FOR_MS = 3 * 86_400_000;
/** As many keys are kept with a review. */
export const MOST_KEYS_OF_REVIEW = 50;

/**
 * So many others each act leaves room for: taking it leaves room to have it refunded, though that may fail, and that leaves room to
 * end it otherwise. So nothing that somebody does again and again keeps others from deciding.
 */
const LEAVING = { takeReview: 25, refundReview: 1, creditReview: 0, dismissReview: 0 } as const;
export type ReviewActName = keyof typeof LEAVING;

/** Names the review of a payment, of a refund or of a dispute. */
export function reviewIdOf(provider: string, about: 'payment' | 'refund' | 'dispute', id: string): string {
  return `${provider}:${about}:${id}`;
}

/** What a review begins with. */
export type ReviewFacts = Pick<
  PaymentReview,
  'id' | 'provider' | 'kind' | 'paymentId' | 'providerReference' | 'collected' | 'currency' | 'problem'
> &
  Partial<Pick<PaymentReview, 'expected' | 'topUpId' | 'walletId' | 'claim' | 'nextTryAt'>>;

/** A review that has just been opened. */
export function openedReview(facts: ReviewFacts, now: Instant): PaymentReview {
  return {
    ...{ version: 1, status: 'OPEN', expected: null, topUpId: null, walletId: null, entryId: null },
    ...{ assignment: null, refund: null, claim: null, ending: null, keys: [], nextTryAt: null, attempts: 0 },
    ...{ createdAt: now, updatedAt: now },
    ...facts,
  };
}

export function changedReview(
  review: PaymentReview,
  changes: Partial<PaymentReview>,
  now: Instant,
): PaymentReview {
  return { ...review, ...changes, version: review.version + 1, updatedAt: Math.max(now, review.updatedAt) };
}

/** The review once it is decided. */
export function endedReview(
  review: PaymentReview,
  status: Exclude<ReviewStatus, 'OPEN'>,
  ending: Ending,
  changes: Partial<PaymentReview> = {},
): PaymentReview {
  return changedReview(review, { nextTryAt: null, ...changes, status, ending }, ending.at);
}

/** The review after the server went on with it in vain: the next try waits ever longer, up to an hour. */
export function retriedReview(review: PaymentReview, now: Instant): PaymentReview {
  const { attempts, createdAt, refund } = review;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 20));
  const isOver = refund?.status !== 'PROCESSING' && now - createdAt >= TRIED_FOR_MS;
  return changedReview(review, { attempts: attempts + 1, nextTryAt: isOver ? null : now + wait }, now);
}

/** Whether it is about money that was collected and that nobody has decided on: the only one that can be credited or refunded. */
export function isOfPayment({ claim }: PaymentReview): boolean {
  return claim === null;
}

/** Whether nothing is known of a payment but that it came, so that its top-up may still turn up. */
export function isOfUnknown({ status, kind, topUpId, refund }: PaymentReview): boolean {
  return status === 'OPEN' && kind === 'UNKNOWN_ORDER' && topUpId === null && refund?.status !== 'PROCESSING';
}

/** Whether what a claim took from us has yet to be taken from its credit. */
export function awaitsTaking({ status, claim }: PaymentReview): boolean {
  return status === 'OPEN' && claim?.state === 'FINAL' && claim.takenAt === null;
}

/** Whether what is left of its credit has yet to be held: it is disputed, and nobody has looked yet. */
export function awaitsHold({ status, kind, claim }: PaymentReview): boolean {
  return status === 'OPEN' && kind === 'DISPUTE' && claim?.state === 'PENDING' && claim.hold === undefined;
}

/** Whether what is held for it has yet to be given back: the dispute came to nothing, or a person of the shop has dismissed it. */
export function awaitsRelease({ status, claim }: PaymentReview): boolean {
  const isOver = claim?.state === 'DROPPED' || status === 'DISMISSED';
  return isOver && claim?.hold?.endedAt === null;
}

export type DisputeOutcome = 'OPEN' | 'KEPT' | 'LOST';

/**
 * How a dispute stands, null for anything else. The bank's word counts before what a person has noted: what it took is lost, also while
 * it is not taken from its credit yet.
 */
export function disputeOutcome({ kind, status, claim }: PaymentReview): DisputeOutcome | null {
  if (kind !== 'DISPUTE' || claim === null) return null;
  if (claim.state === 'FINAL' || claim.takenAt !== null) return 'LOST';
  return claim.state === 'DROPPED' || status !== 'OPEN' ? 'KEPT' : 'OPEN';
}

/** Whether something about its credit is to be done, without a person. */
export function awaitsCredit(review: PaymentReview): boolean {
  return awaitsTaking(review) || awaitsHold(review) || awaitsRelease(review);
}

/**
 * What refunds and disputes that were not asked for here take or may yet take of a payment of `paid`, from 0 to that, in paise. What is
 * disputed counts until that came to nothing or somebody has dismissed it: then the shop no longer waits for the bank. Of one
 * in another currency it is not known how much that is, so it counts as all.
 */
export function claimedOf(reviews: readonly PaymentReview[], paid: Paise): Paise {
  const counts = ({ kind, status, claim }: PaymentReview) =>
    claim?.state === 'FINAL' ||
    (claim?.state === 'PENDING' && !(kind === 'DISPUTE' && status === 'DISMISSED'));
  const amounts = reviews
    .filter(counts)
    .map(({ currency, collected }) => (currency === CURRENCY ? collected : paid));
  return smaller(sum(amounts), paid);
}

/** Whether its credit was written by itself, and not by a top-up that turned up. */
export function isCreditedByReview({ status, topUpId, entryId, claim }: PaymentReview): boolean {
  return (
    claim === null &&
    status === 'CREDITED' &&
    entryId !== null &&
    (topUpId === null || !entryId.includes(':topup:'))
  );
}

/** Open reviews are decided by whoever has taken them, by admins, or by anybody while nobody has. */
export function mustBeDecidable(review: PaymentReview, actor: Actor): Refusal | null {
  const { ending, assignment, refund } = review;
  if (ending) return { code: 'REVIEW_ENDED', since: ending.at };
  if (refund?.status === 'PROCESSING') return { code: 'REVIEW_ENDED', since: refund.at };
  const isOthers = assignment !== null && assignment.actor.id !== actor.id && actor.role !== 'ADMIN';
  return isOthers ? { code: 'REVIEW_TAKEN', since: assignment.at } : null;
}

/** What does not end it is done a number of times only. */
export function mustHaveRoom({ keys }: PaymentReview, act: ReviewActName): Refusal | null {
  if (hasRoom(keys, MOST_KEYS_OF_REVIEW, { leaving: LEAVING[act] })) return null;
  return { code: 'INVALID_INPUT', field: 'reviewId', problem: 'This was done too often: decide on it.' };
}

/** Only rupees that were collected and are still with us can be credited. */
export function mustBeCreditable(review: PaymentReview): Refusal | null {
  const problem = isOfPayment(review)
    ? review.currency === CURRENCY
      ? review.collected > 0n
        ? null
        : 'Nothing of this payment is left to credit.'
      : 'Only payments in rupees can be credited: refund it.'
    : 'A refund or dispute of a payment cannot be credited: dismiss it once it is settled.';
  return problem === null ? null : { code: 'INVALID_INPUT', field: 'reviewId', problem };
}

/** Only what was collected and is still with us can go back. */
export function mustBeRefundable(review: PaymentReview): Refusal | null {
  return isOfPayment(review) && review.collected > 0n ? null : { code: 'NOT_REFUNDABLE' };
}
