import type { Instant } from '../domain/calendar.ts';
import { CURRENCY, formatRupees, smaller, sum } from '../domain/money.ts';
import {
  awaitsCredit,
  awaitsHold,
  awaitsRelease,
  awaitsTaking,
  changedReview,
  endedReview,
  isCreditedByReview,
  retriedReview,
  reviewIdOf,
  type ClaimHold,
  type PaymentReview,
  type ReviewClaim,
} from '../domain/payment-review.ts';
import { isRefusal } from '../domain/refusal.ts';
import { advanced } from '../domain/wallet/decide.ts';
import type { CreditEntry } from '../domain/wallet/entries.ts';
import { entryIdOf } from '../domain/wallet/entry-id.ts';
import type { DecideContext } from '../domain/wallet/recording.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import { putMoved } from './end-review.ts';
import { followCardClaim, type CardBehind } from './follow-card-claim.ts';
import { intentOf, keyedEntryId } from './idempotency.ts';
import { PAYMENTS } from './open-review.ts';

/** The credit that a payment has brought. */
interface Behind {
  readonly creditId: string;
  readonly creditSeq: number;
  readonly walletId: string;
  readonly topUpId: string | null;
}

/** The order that a payment has paid, and whose that was. */
interface OrderBehind {
  readonly topUpId: string;
  readonly walletId: string;
  readonly orderId: string;
}

interface Following extends Behind {
  readonly reviewId: string;
  readonly requestId: string;
}

const follow: UseCase<Following, null> = {
  name: 'followClaim',
  reads: ({ reviewId, creditId, creditSeq, walletId }) => ({
    paymentReviews: [reviewId],
    wallets: [walletId],
    entries: [creditId, ownIdsOf(walletId, reviewId).taking],
    reversalsOf: [creditId],
    expiriesOf: [entryIdOf(walletId, `${creditSeq}`)],
  }),
  decide: (following, work, context) => {
    const review = work.get('paymentReviews', following.reviewId);
    if (!review?.claim) return null;
    const on = { review, claim: review.claim, following, work, context };
    if (awaitsHold(review)) hold(on);
    else if (awaitsTaking(review)) take(on);
    else if (awaitsRelease(review)) giveBack(on);
    return null;
  },
};

/** A claim and what was loaded of it. */
interface Followed {
  readonly review: PaymentReview;
  readonly claim: ReviewClaim;
  readonly following: Following;
  readonly work: Scope;
  readonly context: BatchContext;
}

/** What is left of the credit of a disputed payment cannot be spent meanwhile. */
function hold({ review, claim, following, work, context }: Followed): void {
  const { providerReference, collected } = review;
  const { walletId, topUpId } = following;
  const id = ownIdsOf(walletId, review.id).hold;
  const credit = creditOf(following, work);
  const advance = advanced(
    work.get('wallets', walletId) ?? null,
    {
      ...{ kind: 'HOLD_CREDIT', credit, purpose: 'DISPUTE', amount: smaller(collected, credit.amount) },
      reason: `Disputed at the bank: ${providerReference}`,
    },
    walletId,
    writingOf('holdDisputed', id, review.id, following, context),
  );
  const isUsedUp = isRefusal(advance) && advance.code === 'CREDIT_USED_UP';
  if (isRefusal(advance) && !isUsedUp)
    throw new Error(`Nothing could be held for ${providerReference}: ${advance.code}.`);
  const placed = isRefusal(advance) ? undefined : advance.entries.find((entry) => entry.id === id);
  if (!isRefusal(advance)) work.append(advance.wallet, advance.entries);
  const held: ClaimHold =
    placed?.kind === 'HOLD'
      ? { id, amount: placed.amount, endedAt: null }
      : { id: null, amount: 0n, endedAt: context.now };
  const problem = `${review.problem} Held of its credit: ₹${formatRupees(held.amount)}.`;
  const changes = { claim: { ...claim, hold: held }, walletId, topUpId, problem, nextTryAt: null };
  work.put('paymentReviews', review.id, changedReview(review, changes, context.now));
}

function take({ review, claim, following, work, context }: Followed): void {
  const { walletId, topUpId } = following;
  const { entryId, taken, receivable, parts } = reversed(review, following, work, context);
  const held = claim.hold && { hold: { ...claim.hold, endedAt: claim.hold.endedAt ?? context.now } };
  const settled = { ...claim, takenAt: context.now, taken, receivable, ...held };
  const after = { ...settled, ...(parts > 1 && { parts }) };
  const problem = `${review.problem} Taken from its credit: ₹${formatRupees(taken)}; owed since: ₹${formatRupees(receivable)}.`;
  const changes = { claim: after, entryId, walletId, topUpId, problem, nextTryAt: null };
  const takenBack = takenReview(review, changes, context.now);
  putMoved(work, context, { before: review, after: takenBack, requestId: following.requestId });
}

/** What was held can be spent again, as far as nothing else took it meanwhile; what has reached its end expires. */
function giveBack({ review, claim, following, work, context }: Followed): void {
  const { walletId } = following;
  const holdId = claim.hold?.id ?? '';
  const wallet = work.get('wallets', walletId) ?? null;
  if (wallet?.holds.some(({ id }) => id === holdId)) {
    const id = ownIdsOf(walletId, review.id).release;
    const reason = review.ending?.reason ?? `The dispute ${review.providerReference} has ended.`;
    const advance = advanced(
      wallet,
      { kind: 'RELEASE_HOLD', holdId, purpose: 'DISPUTE', reason, entries: [] },
      walletId,
      writingOf('releaseDisputed', id, review.id, following, context),
    );
    if (isRefusal(advance)) throw new Error(`The hold ${holdId} could not be released: ${advance.code}.`);
    work.append(advance.wallet, advance.entries);
  }
  const ended = { ...claim, hold: { id: holdId, amount: claim.hold?.amount ?? 0n, endedAt: context.now } };
  work.put(
    'paymentReviews',
    review.id,
    changedReview(review, { claim: ended, nextTryAt: null }, context.now),
  );
}

/** What was taken in whole needs nobody any more; what is owed since does. */
function takenReview(review: PaymentReview, changes: Partial<PaymentReview>, now: Instant): PaymentReview {
  if (changes.claim?.receivable !== 0n) return changedReview(review, changes, now);
  const ending = { by: PAYMENTS, at: now, reason: 'All of it was taken from its credit.' };
  return endedReview(review, 'REFUNDED', ending, changes);
}

function reversed(
  { id, kind, providerReference, collected, claim }: PaymentReview,
  following: Following,
  work: Scope,
  context: BatchContext,
) {
  const { creditId, creditSeq, walletId } = following;
  const credit = creditOf(following, work);
  const entryId = ownIdsOf(walletId, id).taking;
  const wallet = work.get('wallets', walletId) ?? null;
  const expiries = work.named('expiriesOf', entryIdOf(walletId, `${creditSeq}`));
  const what = kind === 'DISPUTE' ? 'Lost in a dispute' : 'Refunded by the payment provider';
  const held = wallet?.holds.find((open) => open.id === claim?.hold?.id);
  const advance = advanced(
    wallet,
    {
      ...{ kind: 'REVERSE', credit, earlier: work.named('reversalsOf', creditId) },
      ...{ reason: `${what}: ${providerReference}` },
      claim: { amount: smaller(collected, credit.amount), expiries, ...(held && { holdId: held.id }) },
    },
    walletId,
    writingOf('takeBack', entryId, id, following, context),
  );
  if (isRefusal(advance)) {
    // All had expired or been taken by hand before: there is nothing to take, and nobody owes it.
    if (advance.code === 'CREDIT_USED_UP') return { entryId: null, taken: 0n, receivable: 0n, parts: 0 };
    throw new Error(`The claim ${providerReference} could not be taken back: ${advance.code}.`);
  }
  const reversals = advance.entries.filter((entry) => entry.kind === 'REVERSAL');
  if (reversals.length === 0) throw new Error('Taking back left no reversal.');
  work.append(advance.wallet, advance.entries);
  const taken = sum(reversals.map(({ amount }) => amount));
  const receivable = sum(reversals.map((reversal) => reversal.receivable ?? 0n));
  return { entryId, taken, receivable, parts: reversals.length };
}

function creditOf({ creditId }: Following, work: Scope): CreditEntry {
  const credit = work.entry(creditId);
  if (credit?.kind !== 'CREDIT') throw new Error(`There is no credit ${creditId} that the claim is about.`);
  return credit;
}

/** By whom and under what name it is written down. */
function writingOf(
  act: 'holdDisputed' | 'releaseDisputed' | 'takeBack',
  entryId: string,
  reviewId: string,
  { requestId }: Following,
  { now, policy }: BatchContext,
): DecideContext {
  return { now, policy, actor: PAYMENTS, requestId, entryId, intent: intentOf(act, { reviewId }) };
}

const wait: UseCase<{ readonly reviewId: string }, null> = {
  name: 'waitForPayment',
  reads: ({ reviewId }) => ({ paymentReviews: [reviewId] }),
  decide: ({ reviewId }, work, { now }) => {
    const review = work.get('paymentReviews', reviewId);
    if (review && awaitsCredit(review)) work.put('paymentReviews', reviewId, retriedReview(review, now));
    return null;
  },
};

/**
 * What paid an order was never credited, so there is nothing to hold or to take: a person decides, who is told which order it is
 * (decision 134). Nothing is tried again.
 */
const nameOrder: UseCase<{ readonly reviewId: string; readonly order: OrderBehind }, null> = {
  name: 'nameClaimedOrder',
  reads: ({ reviewId }) => ({ paymentReviews: [reviewId] }),
  decide: ({ reviewId, order }, work, { now }) => {
    const review = work.get('paymentReviews', reviewId);
    if (!review || (review.nextTryAt === null && review.topUpId !== null)) return null;
    const { orderId, ...named } = order;
    const problem = review.topUpId === null ? `${review.problem} It paid order ${orderId}.` : review.problem;
    work.put('paymentReviews', reviewId, changedReview(review, { ...named, problem, nextTryAt: null }, now));
    return null;
  },
};

/**
 * Sees to the credit that a refund or a dispute is about (product rule 24). While a dispute is open, what is left is held; when it
 * has come to nothing, that is given back. What the provider took from us is taken from the credit by a reversal, and what of it had
 * been spent becomes a receivable. A payment that nobody knows yet is looked for again later.
 */
export async function followClaim(app: App, review: PaymentReview, requestId: string): Promise<void> {
  if (!awaitsCredit(review)) return;
  const behind = review.currency === CURRENCY ? await creditBehind(app, review) : null;
  const card = behind || review.currency !== CURRENCY ? null : await cardBehind(app, review);
  const order = behind || card ? null : await orderBehind(app, review);
  if (behind) await app.engine.submit(follow, { ...behind, reviewId: review.id, requestId });
  else if (card) await followCardClaim(app, review, card, requestId);
  else if (order) await app.engine.submit(nameOrder, { reviewId: review.id, order });
  else await app.engine.submit(wait, { reviewId: review.id });
}

/** Sees to what was claimed of these payments before they were credited: notifications come in any order. */
export async function followClaims(
  app: App,
  provider: string,
  paymentIds: readonly string[],
  requestId: string,
): Promise<void> {
  for (const review of await app.stores.paymentReviews.ofPayments(provider, paymentIds))
    await followClaim(app, review, requestId);
}

async function creditBehind(app: App, { provider, paymentId }: PaymentReview): Promise<Behind | null> {
  const { topUps, paymentReviews, journal } = app.stores;
  const [topUp] = await topUps.findByPaymentIds(provider, [paymentId]);
  const reviewId = reviewIdOf(provider, 'payment', paymentId);
  const review = topUp ? undefined : (await paymentReviews.load([reviewId])).get(reviewId);
  const byReview = review && isCreditedByReview(review) ? review.entryId : null;
  const creditId = topUp?.payments.find(({ id }) => id === paymentId)?.entryId ?? byReview;
  const credit = creditId === null ? undefined : (await journal.load([creditId])).get(creditId);
  if (!credit) return null;
  const { id, seq: creditSeq, walletId } = credit;
  return { creditId: id, creditSeq, walletId, topUpId: topUp?.id ?? review?.topUpId ?? null };
}

/** The gift card that a payment has bought; null where it bought none, or is not settled yet. */
async function cardBehind(app: App, { provider, paymentId }: PaymentReview): Promise<CardBehind | null> {
  const [topUp] = await app.stores.topUps.findByPaymentIds(provider, [paymentId]);
  if (!topUp?.giftCard) return null;
  return { cardId: topUp.giftCard.id, paymentId: topUp.id };
}

/** The order that a payment has paid, or was to pay; null where it was for none. */
async function orderBehind(app: App, { provider, paymentId }: PaymentReview): Promise<OrderBehind | null> {
  const [topUp] = await app.stores.topUps.findByPaymentIds(provider, [paymentId]);
  if (!topUp?.checkout) return null;
  const { id: topUpId, walletId, checkout } = topUp;
  return { topUpId, walletId, orderId: checkout.orderId };
}

/** One of each for each refund or dispute. No idempotency key holds a colon, so no caller's entry has these ids. */
function ownIdsOf(walletId: string, reviewId: string) {
  const named = (what: string) => keyedEntryId(walletId, `${what}:${reviewId}`);
  return { taking: named('claim'), hold: named('claim-hold'), release: named('claim-release') };
}
