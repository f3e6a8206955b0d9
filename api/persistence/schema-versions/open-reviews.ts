import type { mongoose } from '@typegoose/typegoose';
import {
  openedReview,
  reviewIdOf,
  type PaymentReview,
  type ReviewKind,
} from '../../domain/payment-review.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { PaymentEventModel } from '../models/payment-event.model.ts';
import { PaymentReviewModel } from '../models/payment-review.model.ts';
import { TopUpModel } from '../models/top-up.model.ts';
import { toInstant } from '../stores/codec.ts';
import { reviewToDocument } from '../stores/payment-review.store.ts';

/** Opens reviews for what was put aside before there were any: payments that fit a top-up in part, and those that fit none. */
export async function openReviews(database: Database): Promise<void> {
  const reviews = collectionOf<PaymentReviewModel>(database, PaymentReviewModel);
  const topUps = collectionOf<TopUpModel>(database, TopUpModel).find({ 'doubts.0': { $exists: true } });
  for await (const topUp of topUps) await open(reviews, reviewsOfDoubts(topUp));
  const events = collectionOf<PaymentEventModel>(database, PaymentEventModel);
  for await (const event of events.find({ status: 'REVIEW', topUpId: null })) {
    await open(reviews, reviewsOfUnknown(event));
  }
}

async function open(
  reviews: mongoose.mongo.Collection<PaymentReviewModel>,
  opened: readonly PaymentReview[],
): Promise<void> {
  for (const review of opened) {
    const { _id, ...rest } = reviewToDocument(review);
    await reviews.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
  }
}

function reviewsOfDoubts({ _id: topUpId, provider, walletId, amount, reference, doubts }: TopUpModel) {
  return doubts.map(({ paymentId, kind, amount: collected, currency, at }) => {
    const known: ReviewKind = kind === 'ORDER_MISMATCH' ? 'UNKNOWN_ORDER' : kind;
    const id = reviewIdOf(provider, 'payment', paymentId);
    const about = { topUpId, walletId, expected: amount, problem: `Put aside for ${reference}: ${kind}.` };
    const facts = { id, provider, kind: known, paymentId, providerReference: paymentId, collected, currency };
    return openedReview({ ...facts, ...about }, toInstant(at));
  });
}

function reviewsOfUnknown({ provider, report, receivedAt }: PaymentEventModel): PaymentReview[] {
  if (report?.kind !== 'CAPTURED') return [];
  const { paymentId, amount: collected, currency } = report;
  const id = reviewIdOf(provider, 'payment', paymentId);
  const problem = 'Collected for a payment that is in no book of ours.';
  const facts = { id, provider, kind: 'UNKNOWN_ORDER', paymentId, providerReference: paymentId } as const;
  return [openedReview({ ...facts, collected, currency, problem }, toInstant(receivedAt))];
}
