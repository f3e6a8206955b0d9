import type { PaymentClaim, PaymentEvent, PaymentEventStatus } from '../domain/payment-event.ts';
import { smaller } from '../domain/money.ts';
import {
  changedReview,
  endedReview,
  openedReview,
  reviewIdOf,
  type PaymentReview,
  type ReviewRefund,
} from '../domain/payment-review.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import { closed } from './close-event.ts';
import { applyOwnRefund } from './continue-top-up-refund.ts';
import { putMoved } from './end-review.ts';
import { given, PAYMENTS } from './open-review.ts';
import { followClaim } from './follow-claim.ts';

const TRIED_AGAIN_AFTER_MS = 10_000;

interface Told {
  readonly eventId: string;
  readonly provider: string;
  readonly claim: PaymentClaim;
  /** The payment that it is about; null where none is known, as long as notifications come in any order. */
  readonly topUpId: string | null;
  readonly requestId: string;
}

interface Noted {
  readonly status: PaymentEventStatus;
  /** The review of the claim; null where it is a refund that we have asked for. */
  readonly review: PaymentReview | null;
}

const note: UseCase<Told, Noted | null> = {
  name: 'notePaymentClaim',
  reads: ({ eventId, provider, claim, topUpId }) => ({
    paymentEvents: [eventId],
    ...(topUpId !== null && { topUps: [topUpId] }),
    paymentReviews: [claimReviewId(provider, claim), paymentReviewId(provider, claim)],
  }),
  decide: (told, work, batch) => {
    const { eventId, provider, claim, topUpId } = told;
    // Never before what has become of its payment: so the times say what came first, whichever process wrote them.
    const now = Math.max(batch.now, (topUpId !== null && work.get('topUps', topUpId)?.updatedAt) || 0);
    const context = { ...batch, now };
    const event = work.get('paymentEvents', eventId);
    if (!event || event.status !== 'RECEIVED') return null;
    const payment = work.get('paymentReviews', paymentReviewId(provider, claim));
    const refund = payment?.refund ?? null;
    const isOurs = refund !== null && isSame(refund, claim);
    if (payment && isOurs) noteOwn(work, payment, refund, claim, now);
    else noteOthers(told, payment, work, context);
    guardOrder(told, work, now);
    const problem = isOurs ? 'OWN_REFUND' : kindOf(claim);
    work.put('paymentEvents', eventId, closed(event, 'REVIEW', { topUpId: null, problem }, now));
    const review = isOurs ? null : (work.get('paymentReviews', claimReviewId(provider, claim)) ?? null);
    return { status: 'REVIEW', review };
  },
};

/**
 * Notes a refund or a dispute that the provider tells of, for a person to see. What is left of the credit of a disputed payment is
 * held, and given back or taken when that has ended. What of it a crash leaves undone, the poller does.
 */
export async function applyClaim(
  app: App,
  event: PaymentEvent,
  claim: PaymentClaim,
  requestId: string,
): Promise<PaymentEventStatus | null> {
  const own = await applyOwnRefund(app, event, claim, requestId);
  if (own) return own.status;
  const { id: eventId, provider } = event;
  const [topUp] = await app.stores.topUps.findByPaymentIds(provider, [claim.paymentId]);
  const told = { eventId, provider, claim, topUpId: topUp?.id ?? null, requestId };
  const noted = await app.engine.submit(note, told);
  if (noted?.review) await followClaim(app, noted.review, requestId);
  return noted?.status ?? null;
}

/**
 * What is claimed of the payment of an order cannot be given back any more. So a refund that was decided without it must not be written:
 * both change the payment, and the version of that lets only one of them through (decision 135).
 */
function guardOrder({ topUpId }: Told, work: Scope, now: number): void {
  const topUp = topUpId === null ? undefined : work.get('topUps', topUpId);
  if (!topUp?.checkout) return;
  const updatedAt = Math.max(now, topUp.updatedAt);
  work.put('topUps', topUp.id, { ...topUp, version: topUp.version + 1, updatedAt });
}

function isSame(refund: ReviewRefund, { kind, id, receipt }: PaymentClaim): boolean {
  return kind === 'REFUND' && (refund.refundId === id || refund.receipt === receipt);
}

/** A refund that somebody here asked for: it says how far that has come. */
function noteOwn(
  work: Scope,
  review: PaymentReview,
  refund: ReviewRefund,
  { id: refundId, state }: PaymentClaim,
  now: number,
): void {
  if (state === 'PENDING' || refund.status === 'DONE') return;
  if (state === 'FINAL') {
    const done = { refund: { ...refund, refundId, status: 'DONE' } } as const;
    const ending = review.ending ?? { by: refund.by, at: now, reason: null };
    work.put('paymentReviews', review.id, endedReview(review, 'REFUNDED', { ...ending, at: now }, done));
    return;
  }
  const failed = { ...refund, refundId, status: 'FAILED' } as const;
  const reopened = { refund: failed, status: 'OPEN', ending: null, nextTryAt: null } as const;
  work.put('paymentReviews', review.id, changedReview(review, reopened, now));
}

function noteOthers(
  { provider, claim, requestId }: Told,
  payment: PaymentReview | undefined,
  work: Scope,
  context: BatchContext,
): void {
  const { now } = context;
  const id = claimReviewId(provider, claim);
  const known = work.get('paymentReviews', id);
  const before = known ?? newReview(provider, claim, now);
  const after = noted(before, claim, now);
  const isFinalNow = after.claim?.state === 'FINAL' && after.claim.takenAt === null;
  if (!isFinalNow || payment?.status !== 'OPEN') {
    if (after !== known) putMoved(work, context, { before: known, after, requestId });
    return;
  }
  // The money had not been credited, so there is nothing to take: less of it is left to decide on.
  const collected = payment.collected - smaller(payment.collected, claim.amount);
  const lowered = changedReview(payment, { collected }, now);
  const left = collected === 0n ? given(lowered, now) : lowered;
  putMoved(work, context, { before: payment, after: left, requestId });
  const ending = { by: PAYMENTS, at: now, reason: 'The payment had not been credited.' };
  const settled = { ...after.claim, takenAt: now, taken: 0n, receivable: 0n, state: 'FINAL' } as const;
  const ended = endedReview(after, 'REFUNDED', ending, { claim: settled });
  putMoved(work, context, { before: known, after: ended, requestId });
}

function newReview(provider: string, claim: PaymentClaim, now: number): PaymentReview {
  const { id, paymentId, amount: collected, currency } = claim;
  const what = claim.kind === 'DISPUTE' ? 'is disputed' : 'was refunded, and not by us';
  return openedReview(
    {
      ...{
        id: claimReviewId(provider, claim),
        provider,
        kind: kindOf(claim),
        paymentId,
        collected,
        currency,
      },
      ...{ providerReference: id, problem: `The payment ${paymentId} ${what}.` },
      claim: { state: 'PENDING', takenAt: null, taken: 0n, receivable: 0n },
      ...(claim.kind === 'DISPUTE' && { nextTryAt: now + TRIED_AGAIN_AFTER_MS }),
    },
    now,
  );
}

/** The review once this was told too. Notifications come in any order: nothing undoes what is final but that it was dropped. */
function noted(review: PaymentReview, { state, amount, kind }: PaymentClaim, now: number): PaymentReview {
  const { claim } = review;
  if (!claim || state === 'PENDING' || state === claim.state) return review;
  const told = { ...claim, state };
  if (state === 'FINAL') {
    const open = { status: 'OPEN', ending: null, nextTryAt: now + TRIED_AGAIN_AFTER_MS } as const;
    return changedReview(
      review,
      { claim: told, collected: amount, ...(claim.takenAt === null && open) },
      now,
    );
  }
  if (claim.takenAt !== null) {
    const problem = 'The provider took it back and has given it back since: see whether credits are owed.';
    return changedReview(review, { claim: told, status: 'OPEN', ending: null, problem }, now);
  }
  const reason = kind === 'DISPUTE' ? 'The dispute was won or closed.' : 'The refund failed.';
  const ending = { by: PAYMENTS, at: now, reason };
  // What is held for it is given back next.
  const after = {
    claim: told,
    ...(claim.hold?.endedAt === null && { nextTryAt: now + TRIED_AGAIN_AFTER_MS }),
  };
  return review.ending ? changedReview(review, after, now) : endedReview(review, 'DISMISSED', ending, after);
}

function kindOf({ kind }: PaymentClaim): 'DISPUTE' | 'PROVIDER_REFUND' {
  return kind === 'DISPUTE' ? 'DISPUTE' : 'PROVIDER_REFUND';
}

function claimReviewId(provider: string, { kind, id }: PaymentClaim): string {
  return reviewIdOf(provider, kind === 'DISPUTE' ? 'dispute' : 'refund', id);
}

function paymentReviewId(provider: string, { paymentId }: PaymentClaim): string {
  return reviewIdOf(provider, 'payment', paymentId);
}
