import type { DecidedReviewPayload } from '../../../schema/payment-review/decided-review.payload.ts';
import type { PaymentReview } from '../../../schema/payment-review/payment-review.type.ts';
import { CURRENCY } from '../../domain/money.ts';
import type { PaymentReview as ReviewState } from '../../domain/payment-review.ts';
import type { Refused } from '../../services/outcome.ts';
import type { Decided } from '../../services/review-act.ts';
import { globalId } from '../global-id.ts';
import { presentMoney } from './money.presenter.ts';
import { presentRefusal } from './user-error.presenter.ts';

/** A review that carries the state it was made from, for what is looked up when asked for. */
export type ReviewView = PaymentReview & { readonly state: ReviewState };

export function presentReview(state: ReviewState): ReviewView {
  const { id, kind, status, collected, currency, expected, providerReference, problem } = state;
  const { createdAt, assignment, claim, refund, ending } = state;
  return {
    ...{ state, id: globalId('PaymentReview', id), kind, status, currency, providerReference, problem },
    collected: currency === CURRENCY ? presentMoney(collected) : null,
    expected: expected === null ? null : presentMoney(expected),
    openedAt: createdAt,
    assignee: assignment?.actor ?? null,
    receivable: claim && claim.takenAt !== null ? presentMoney(claim.receivable) : null,
    refundStatus: refund?.status ?? null,
    ...{ endedAt: ending?.at ?? null, endedBy: ending?.by ?? null, reason: ending?.reason ?? null },
  };
}

export function presentDecision(outcome: Decided | Refused): DecidedReviewPayload {
  if ('refused' in outcome)
    return { review: null, replayed: false, userErrors: [presentRefusal(outcome.refused)] };
  return { review: presentReview(outcome.review), replayed: outcome.replayed, userErrors: [] };
}
