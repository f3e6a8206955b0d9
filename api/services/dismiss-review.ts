import { endedReview, type PaymentReview } from '../domain/payment-review.ts';
import { mustBeSaid } from '../domain/wallet/checks.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Refused } from './outcome.ts';
import { followClaim } from './follow-claim.ts';
import { askFor, reviewAct, type Decided, type OnReview } from './review-act.ts';

export interface DismissReview extends OnReview {
  readonly reason: string;
}

const useCase = reviewAct<DismissReview>({
  name: 'dismissReview',
  decide: (review, { caller: { actor: by }, input: { reason } }, _work, { now: at }) =>
    mustBeSaid(reason) ?? endedReview(review, 'DISMISSED', { by, at, reason }, goingOnAt(review, at)),
});

/** What is held for a dispute is given back next. */
function goingOnAt({ claim }: PaymentReview, at: number): Pick<PaymentReview, 'nextTryAt'> {
  return { nextTryAt: claim?.hold?.endedAt === null ? at : null };
}

/**
 * Ends a review without moving money: somebody has seen it, and says why nothing is to be done here. What was held for a dispute is
 * given back: the shop no longer waits for the bank.
 */
export async function dismissReview(
  app: App,
  caller: Caller,
  input: DismissReview,
): Promise<Decided | Refused> {
  const decided = await askFor(app, useCase, caller, input);
  if ('review' in decided) await followClaim(app, decided.review, caller.requestId);
  return decided;
}
