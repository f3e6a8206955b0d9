import { awaitsTaking, type PaymentReview } from '../domain/payment-review.ts';
import type { App } from './app.ts';
import { continueRefund } from './refund-review.ts';
import { takeBack } from './take-back.ts';

/** Does what is left to do of a review without a person: a refund that was not answered, a claim that was not taken back. */
export async function goOnWithReview(app: App, review: PaymentReview, requestId: string): Promise<void> {
  if (awaitsTaking(review)) await takeBack(app, review, requestId);
  else await continueRefund(app, review);
}
