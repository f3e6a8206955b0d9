import {
  changedReview,
  endedReview,
  mustBeRefundable,
  retriedReview,
  type PaymentReview,
} from '../domain/payment-review.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { UseCase } from '../ledger/use-case.ts';
import { PaymentUnavailable, RefundRefused, type RefundAnswer } from '../payments/payment-provider.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { creditedFor } from './credit-review.ts';
import { keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { decideReview, reviewAct, type Decided, type LimitedReview, type OnReview } from './review-act.ts';

const TRIED_AGAIN_AFTER_MS = 30_000;

const useCase = reviewAct<OnReview>({
  name: 'refundReview',
  decide: (review, { caller: { actor: by } }, _work, { now: at }) => {
    const refused = mustBeRefundable(review);
    if (refused) return refused;
    const { collected: amount, id, version } = review;
    // A refund that failed is asked for once more under another name; a call that is repeated, under the same.
    const receipt = `rv-${keyDigest(`${id}:${version}`)}`;
    const refund = { status: 'PROCESSING', amount, receipt, refundId: null, by, at } as const;
    return changedReview(review, { refund, nextTryAt: at + TRIED_AGAIN_AFTER_MS, attempts: 0 }, at);
  },
});

interface Answered {
  readonly reviewId: string;
  readonly receipt: string;
  readonly answer: RefundAnswer | 'REFUSED' | 'UNKNOWN';
}

/** What the provider answered. A notification may have told it first, and then has the last word. */
const note: UseCase<Answered, PaymentReview | null> = {
  name: 'noteRefund',
  reads: ({ reviewId }) => ({ paymentReviews: [reviewId] }),
  decide: ({ reviewId, receipt, answer }, work, { now }) => {
    const review = work.get('paymentReviews', reviewId);
    if (review?.refund?.receipt !== receipt || review.refund.status !== 'PROCESSING') return review ?? null;
    const after = answeredReview(review, review.refund, answer, now);
    work.put('paymentReviews', reviewId, after);
    return after;
  },
};

function answeredReview(
  review: PaymentReview,
  refund: NonNullable<PaymentReview['refund']>,
  answer: Answered['answer'],
  now: number,
): PaymentReview {
  if (answer === 'UNKNOWN') return retriedReview(review, now);
  const failed = { refund: { ...refund, status: 'FAILED' }, nextTryAt: null } as const;
  if (answer === 'REFUSED') return changedReview(review, failed, now);
  const told = { ...refund, ...answer };
  if (answer.status === 'FAILED') return changedReview(review, { refund: told, nextTryAt: null }, now);
  return endedReview(review, 'REFUNDED', { by: refund.by, at: now, reason: null }, { refund: told });
}

/** The act itself, for those who look at it before or leave it to somebody else. */
export const refundingReview: LimitedReview<OnReview> = {
  ...{ act: 'refundReview', useCase, makes: () => null },
  mustBe: async (app, reviewId) => (await creditedFor(app, reviewId)) ?? mustBeOfProvider(app, reviewId),
  goOn: async (app, decided) => {
    const review = await continueRefund(app, decided.review);
    if (review.refund?.status === 'FAILED' && !review.ending) return { refused: { code: 'NOT_REFUNDABLE' } };
    return { ...decided, review };
  },
};

/**
 * Has the provider give back what was collected to where it came from. Written down before the provider is asked, so that
 * nobody decides otherwise meanwhile; where its answer is lost, the server asks again by itself, and it refunds once.
 */
export function refundReview(app: App, caller: Caller, input: OnReview): Promise<Decided | Refused> {
  return decideReview(app, caller, refundingReview, input);
}

/** Only the provider that collected it can give it back. */
async function mustBeOfProvider(app: App, reviewId: string): Promise<Refusal | null> {
  const review = (await app.stores.paymentReviews.load([reviewId])).get(reviewId);
  const isOurs = review?.status !== 'OPEN' || review.provider === app.payments.provider?.name;
  return isOurs ? null : { code: 'NOT_REFUNDABLE' };
}

/** Asks the provider for a refund that somebody has decided on, as often as it takes. */
export async function continueRefund(app: App, review: PaymentReview): Promise<PaymentReview> {
  const { refund, paymentId, provider: name, ending } = review;
  const { provider } = app.payments;
  if (refund?.status !== 'PROCESSING' || ending || provider?.name !== name) return review;
  const { receipt, amount } = refund;
  const answer = await provider.refund({ paymentId, amount, receipt }).catch((error: unknown) => {
    if (error instanceof RefundRefused) return 'REFUSED' as const;
    if (error instanceof PaymentUnavailable) return 'UNKNOWN' as const;
    throw error;
  });
  return (await app.engine.submit(note, { reviewId: review.id, receipt, answer })) ?? review;
}
