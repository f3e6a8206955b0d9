import { awaitsCredit, type PaymentReview } from '../domain/payment-review.ts';
import type { App } from './app.ts';
import { followClaim } from './follow-claim.ts';
import { continueRefund } from './refund-review.ts';

/** Does what is left to do of a review without a person: a refund that was not answered, a claim whose credit was not seen to. */
export async function goOnWithReview(app: App, review: PaymentReview, requestId: string): Promise<void> {
  if (awaitsCredit(review)) await followClaim(app, review, requestId);
  else await continueRefund(app, review);
}
