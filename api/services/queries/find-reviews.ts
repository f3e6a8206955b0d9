import type { PaymentReview } from '../../domain/payment-review.ts';
import type { ReviewFilter } from '../../persistence/stores/payment-review.store.ts';
import type { App } from '../app.ts';
import { listPage, type Listed, type ListPage } from './list-page.ts';
import { MOST_COUNTED } from './most-counted.ts';

export type { ReviewFilter };

/** A page of reviews with what stands at its places. */
export interface ReviewPage {
  readonly listed: Listed;
  readonly reviews: readonly (PaymentReview | null)[];
}

/** A page of the reviews that match. */
export async function findReviews(app: App, filter: ReviewFilter, page: ListPage): Promise<ReviewPage> {
  const found = new Map<string, PaymentReview>();
  const listed = await listPage(async (stretch) => {
    const reviews = await app.stores.paymentReviews.list(filter, stretch);
    for (const review of reviews) found.set(review.id, review);
    return reviews.map(({ id, createdAt }) => ({ id, createdAt }));
  }, page);
  return { listed, reviews: listed.places.map(({ id }) => found.get(id) ?? null) };
}

/** How many there are in all; counts no further than `MOST_COUNTED`. */
export function countReviews(app: App, filter: ReviewFilter): Promise<number> {
  return app.stores.paymentReviews.count(filter, MOST_COUNTED);
}

/** The review with this id; null when there is none. */
export async function findReview(app: App, id: string): Promise<PaymentReview | null> {
  return (await app.stores.paymentReviews.load([id])).get(id) ?? null;
}
