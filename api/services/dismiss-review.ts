import { endedReview } from '../domain/payment-review.ts';
import { mustBeSaid } from '../domain/wallet/checks.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Refused } from './outcome.ts';
import { askFor, reviewAct, type Decided, type OnReview } from './review-act.ts';

export interface DismissReview extends OnReview {
  readonly reason: string;
}

const useCase = reviewAct<DismissReview>({
  name: 'dismissReview',
  decide: (review, { caller: { actor: by }, input: { reason } }, _work, { now: at }) =>
    mustBeSaid(reason) ?? endedReview(review, 'DISMISSED', { by, at, reason }),
});

/** Ends a review without moving money: somebody has seen it, and says why nothing is to be done here. */
export function dismissReview(app: App, caller: Caller, input: DismissReview): Promise<Decided | Refused> {
  return askFor(app, useCase, caller, input);
}
