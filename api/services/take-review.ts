import { changedReview } from '../domain/payment-review.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Refused } from './outcome.ts';
import { askFor, reviewAct, type Decided, type OnReview } from './review-act.ts';

const useCase = reviewAct<OnReview>({
  name: 'takeReview',
  decide: (review, { caller: { actor } }, _work, { now }) =>
    changedReview(review, { assignment: { actor, at: now } }, now),
});

/** Takes a review to oneself: from then on only that person and admins decide on it. */
export function takeReview(app: App, caller: Caller, input: OnReview): Promise<Decided | Refused> {
  return askFor(app, useCase, caller, input);
}
