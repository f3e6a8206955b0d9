import type { Instant } from '../domain/calendar.ts';
import { CURRENCY, formatRupees, smaller } from '../domain/money.ts';
import {
  awaitsTaking,
  changedReview,
  endedReview,
  isCreditedByReview,
  retriedReview,
  reviewIdOf,
  type PaymentReview,
} from '../domain/payment-review.ts';
import { isRefusal } from '../domain/refusal.ts';
import { advanced } from '../domain/wallet/decide.ts';
import { entryIdOf } from '../domain/wallet/entry-id.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import { putMoved } from './end-review.ts';
import { intentOf, keyedEntryId } from './idempotency.ts';
import { PAYMENTS } from './open-review.ts';

/** The credit that a payment has brought. */
interface Behind {
  readonly creditId: string;
  readonly creditSeq: number;
  readonly walletId: string;
  readonly topUpId: string | null;
}

interface Taking extends Behind {
  readonly reviewId: string;
  readonly requestId: string;
}

const take: UseCase<Taking, null> = {
  name: 'takeBack',
  reads: ({ reviewId, creditId, creditSeq, walletId }) => ({
    paymentReviews: [reviewId],
    wallets: [walletId],
    entries: [creditId, reversalIdOf(walletId, reviewId)],
    reversalsOf: [creditId],
    expiriesOf: [entryIdOf(walletId, `${creditSeq}`)],
  }),
  decide: (taking, work, context) => {
    const review = work.get('paymentReviews', taking.reviewId);
    if (review?.claim && awaitsTaking(review)) {
      const { walletId, topUpId } = taking;
      const { entryId, taken, receivable } = reversed(review, taking, work, context);
      const claim = { ...review.claim, takenAt: context.now, taken, receivable };
      const problem = `${review.problem} Taken from its credit: ₹${formatRupees(taken)}; owed since: ₹${formatRupees(receivable)}.`;
      const changes = { claim, entryId, walletId, topUpId, problem, nextTryAt: null };
      const after = takenReview(review, changes, context.now);
      putMoved(work, context, { before: review, after, requestId: taking.requestId });
    }
    return null;
  },
};

/** What was taken in whole needs nobody any more; what is owed since does. */
function takenReview(review: PaymentReview, changes: Partial<PaymentReview>, now: Instant): PaymentReview {
  if (changes.claim?.receivable !== 0n) return changedReview(review, changes, now);
  const ending = { by: PAYMENTS, at: now, reason: 'All of it was taken from its credit.' };
  return endedReview(review, 'REFUNDED', ending, changes);
}

function reversed(
  { id, kind, providerReference, collected }: PaymentReview,
  { creditId, creditSeq, walletId, requestId }: Taking,
  work: Scope,
  { now, policy }: BatchContext,
) {
  const credit = work.entry(creditId);
  if (credit?.kind !== 'CREDIT') throw new Error(`There is no credit ${creditId} to take back.`);
  const entryId = reversalIdOf(walletId, id);
  const expiries = work.named('expiriesOf', entryIdOf(walletId, `${creditSeq}`));
  const what = kind === 'DISPUTE' ? 'Lost in a dispute' : 'Refunded by the payment provider';
  const advance = advanced(
    work.get('wallets', walletId) ?? null,
    {
      ...{ kind: 'REVERSE', credit, earlier: work.named('reversalsOf', creditId) },
      ...{ reason: `${what}: ${providerReference}` },
      claim: { amount: smaller(collected, credit.amount), expiries },
    },
    walletId,
    { now, policy, actor: PAYMENTS, requestId, entryId, intent: intentOf('takeBack', { reviewId: id }) },
  );
  if (isRefusal(advance)) {
    // All had expired or been taken by hand before: there is nothing to take, and nobody owes it.
    if (advance.code === 'CREDIT_USED_UP') return { entryId: null, taken: 0n, receivable: 0n };
    throw new Error(`The claim ${providerReference} could not be taken back: ${advance.code}.`);
  }
  const reversal = advance.entries.at(-1);
  if (reversal?.kind !== 'REVERSAL') throw new Error('Taking back left no reversal.');
  work.append(advance.wallet, advance.entries);
  return { entryId, taken: reversal.amount, receivable: reversal.receivable ?? 0n };
}

const wait: UseCase<{ readonly reviewId: string }, null> = {
  name: 'waitForPayment',
  reads: ({ reviewId }) => ({ paymentReviews: [reviewId] }),
  decide: ({ reviewId }, work, { now }) => {
    const review = work.get('paymentReviews', reviewId);
    if (review && awaitsTaking(review)) work.put('paymentReviews', reviewId, retriedReview(review, now));
    return null;
  },
};

/**
 * Takes from its credit what the provider took from us: what is left of it by a reversal, and what of it had been spent becomes a
 * receivable (product rule 24). A payment that nobody knows yet is looked for again later.
 */
export async function takeBack(app: App, review: PaymentReview, requestId: string): Promise<void> {
  if (!awaitsTaking(review)) return;
  const behind = review.currency === CURRENCY ? await creditBehind(app, review) : null;
  if (behind) await app.engine.submit(take, { ...behind, reviewId: review.id, requestId });
  else await app.engine.submit(wait, { reviewId: review.id });
}

/** Takes back what was claimed of these payments before they were credited: notifications come in any order. */
export async function takeClaimed(
  app: App,
  provider: string,
  paymentIds: readonly string[],
  requestId: string,
): Promise<void> {
  for (const review of await app.stores.paymentReviews.ofPayments(provider, paymentIds))
    await takeBack(app, review, requestId);
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

/** One for each refund or dispute. No idempotency key holds a colon, so no caller's entry has this id. */
function reversalIdOf(walletId: string, reviewId: string): string {
  return keyedEntryId(walletId, `claim:${reviewId}`);
}
