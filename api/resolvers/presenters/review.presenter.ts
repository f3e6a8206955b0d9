import type {
  DecidedReviewPayload,
  LimitedReviewPayload,
} from '../../../schema/payment-review/decided-review.payload.ts';
import type { PaymentReview } from '../../../schema/payment-review/payment-review.type.ts';
import { CURRENCY, smaller } from '../../domain/money.ts';
import { disputeOutcome, type PaymentReview as ReviewState } from '../../domain/payment-review.ts';
import type { Refused } from '../../services/outcome.ts';
import type { Decided } from '../../services/review-act.ts';
import type { App } from '../../services/app.ts';
import type { ReviewAskedFor, ReviewPreviewed } from '../../services/review-within-limits.ts';
import { globalId } from '../global-id.ts';
import { presentApproval } from './approval.presenter.ts';
import { presentChangePreview } from './change-preview.presenter.ts';
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
    dispute: disputeOutcome(state),
    notHeld: claim?.hold ? presentMoney(collected - smaller(claim.hold.amount, collected)) : null,
    taken: claim && claim.takenAt !== null ? presentMoney(claim.taken) : null,
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

/** The same of an act that may only have been looked at, or wait for another person. */
export function presentLimitedDecision(
  outcome: Decided | ReviewPreviewed | ReviewAskedFor | Refused,
  app: App,
): LimitedReviewPayload {
  const nothing = { preview: null, needsApproval: false, approval: null };
  if ('refused' in outcome) return { ...presentDecision(outcome), ...nothing };
  if ('asked' in outcome)
    return { ...presentDecision(outcome), ...nothing, approval: presentApproval(outcome.asked, app) };
  if (!('needsApproval' in outcome)) return { ...presentDecision(outcome), ...nothing };
  const { review, preview, needsApproval } = outcome;
  return {
    ...{ ...presentDecision({ review, replayed: false }), needsApproval, approval: null },
    preview: preview && presentChangePreview(preview, app.policy, needsApproval),
  };
}
