import { decideCard, type CardCommand } from '../domain/gift-card/decide-card.ts';
import { cardAsOf, heldOf, type GiftCard } from '../domain/gift-card/gift-card.ts';
import { endedGift, mayBeRecalled } from '../domain/gift-card/gift.ts';
import { formatRupees } from '../domain/money.ts';
import {
  awaitsHold,
  awaitsRelease,
  awaitsTaking,
  changedReview,
  endedReview,
  type PaymentReview,
  type ReviewClaim,
} from '../domain/payment-review.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import { putMoved } from './end-review.ts';
import { keyDigest } from './idempotency.ts';
import { putCard } from './issue-gift-cards.ts';
import { PAYMENTS } from './open-review.ts';

/** The gift card that a payment has bought, and the gift that it is of, by the payment. */
export interface CardBehind {
  readonly cardId: string;
  readonly paymentId: string;
}

interface Following extends CardBehind {
  readonly reviewId: string;
  /** Other refunds and disputes of the same payment. */
  readonly others: readonly string[];
  readonly requestId: string;
}

/** A claim on a card that was bought, and what was loaded of it. */
interface Followed {
  readonly review: PaymentReview;
  readonly claim: ReviewClaim;
  readonly card: GiftCard;
  readonly following: Following;
  readonly work: Scope;
  readonly context: BatchContext;
}

const follow: UseCase<Following, null> = {
  name: 'followCardClaim',
  reads: ({ reviewId, others, cardId, paymentId }) => ({
    ...{ paymentReviews: [reviewId, ...others], giftCards: [cardId], gifts: [paymentId] },
  }),
  decide: (following, work, context) => {
    const review = work.get('paymentReviews', following.reviewId);
    const card = work.get('giftCards', following.cardId);
    if (!review?.claim || !card) return null;
    const on = { review, claim: review.claim, card, following, work, context };
    if (awaitsHold(review)) stop(on);
    else if (awaitsTaking(review)) take(on);
    else if (awaitsRelease(review)) resume(on);
    return null;
  },
};

/** Nothing of the card of a disputed payment can be used meanwhile. What orders hold of it stays theirs. */
function stop(on: Followed): void {
  const { review, claim, card, following, work, context } = on;
  const { remaining, state } = cardAsOf(card, context.now);
  const isOpen = state === 'OPEN';
  if (isOpen) act(on, 'stop', { kind: 'STOP', reason: `Disputed at the bank: ${review.providerReference}` });
  const held = { id: null, amount: isOpen ? remaining : 0n, endedAt: isOpen ? null : context.now };
  const problem = isOpen
    ? `${review.problem} Its gift card is stopped, with ₹${formatRupees(remaining)} left.`
    : `${review.problem} Its gift card has ended: ${state}.`;
  const changes = { claim: { ...claim, hold: held }, topUpId: following.paymentId, problem, nextTryAt: null };
  work.put('paymentReviews', review.id, changedReview(review, changes, context.now));
}

/**
 * What the provider took from us is taken from the card. What of it has been used, or is held by an order, is for a person to decide on,
 * and so is a part of what the card cost: a card is not cancelled in part.
 */
function take(on: Followed): void {
  const { review, claim, card, following, work, context } = on;
  const { now } = context;
  const { remaining, state } = cardAsOf(card, now);
  const isPart = review.collected < card.initial;
  const left = isPart || state !== 'OPEN' ? 0n : remaining;
  const what = review.kind === 'DISPUTE' ? 'Lost in a dispute' : 'Refunded by the payment provider';
  const reason = `${what}: ${review.providerReference}`;
  if (left > 0n) act(on, 'claimed', { kind: 'CANCEL', reason });
  // All of it is held: what orders give back must not be used.
  else if (!isPart && heldOf(card) > 0n && state === 'OPEN') act(on, 'stop', { kind: 'STOP', reason });
  if (!isPart) endGift(on);
  const after = work.get('giftCards', card.id);
  const isStillStopped = after?.state === 'OPEN' && after.isStopped === true;
  // What is still stopped is freed by whoever dismisses the review, or it would be locked for ever.
  const stopped = { id: null, amount: claim.hold?.amount ?? 0n, endedAt: isStillStopped ? null : now };
  const held = (claim.hold ?? isStillStopped) && { hold: stopped };
  const settled = { ...claim, takenAt: now, taken: 0n, receivable: 0n, ...held };
  const isWhole = left === review.collected;
  const problem = isPart
    ? `${review.problem} It is a part of what its gift card cost: see what is to become of that.`
    : `${review.problem} Cancelled of its gift card: ₹${formatRupees(left)}; the rest was used or is held.`;
  const changes = { claim: settled, topUpId: following.paymentId, nextTryAt: null };
  const ending = { by: PAYMENTS, at: now, reason: 'The gift card that it bought was cancelled, whole.' };
  const decided = isWhole
    ? endedReview(review, 'REFUNDED', ending, changes)
    : changedReview(review, { ...changes, problem }, now);
  putMoved(work, context, { before: review, after: decided, requestId: following.requestId });
}

/** Its money has gone back to who paid for it, so nobody gets it any more. */
function endGift({ following, work, context: { now } }: Followed): void {
  const gift = work.get('gifts', following.paymentId);
  if (gift && mayBeRecalled(gift, now)) work.put('gifts', gift.id, endedGift(gift, 'RECALLED', now));
}

/** The dispute came to nothing, or a person has dismissed it: what is left can be used again, unless there is another. */
function resume(on: Followed): void {
  const { review, claim, card, following, work, context } = on;
  const isStillDisputed = following.others.some(
    (id) => work.get('paymentReviews', id)?.claim?.hold?.endedAt === null,
  );
  if (!isStillDisputed && cardAsOf(card, context.now).state === 'OPEN') {
    const reason = review.ending?.reason ?? `The dispute ${review.providerReference} has ended.`;
    act(on, 'resume', { kind: 'RESUME', reason });
  }
  const amount = claim.hold?.amount ?? 0n;
  const ended = { ...claim, hold: { id: null, amount, endedAt: context.now } };
  const changes = { claim: ended, nextTryAt: null };
  work.put('paymentReviews', review.id, changedReview(review, changes, context.now));
}

/** One of each for each refund or dispute. */
function act({ review, card, following, work, context }: Followed, what: string, command: CardCommand): void {
  const { now, policy } = context;
  const decided = decideCard(card, command, card.id, {
    ...{ now, terms: policy.giftCards, actor: PAYMENTS, requestId: following.requestId },
    ...{ name: `${what}-${keyDigest(review.id)}`, intent: null },
  });
  if (isRefusal(decided))
    throw new Error(`${command.kind} on gift card ${card.id} for ${review.id} was refused: ${decided.code}.`);
  if (decided.entries.length > 0) putCard(work, decided);
}

/** Sees to the gift card that a refund or a dispute is about, as `followClaim` does to a credit (product rules 19 and 24). */
export async function followCardClaim(
  app: App,
  { id: reviewId, provider, paymentId }: PaymentReview,
  behind: CardBehind,
  requestId: string,
): Promise<void> {
  const all = await app.stores.paymentReviews.ofPayments(provider, [paymentId]);
  const others = all.map(({ id }) => id).filter((id) => id !== reviewId);
  await app.engine.submit(follow, { ...behind, reviewId, others, requestId });
}
