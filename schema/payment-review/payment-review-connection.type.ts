import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import type { Ref } from '../ref.ts';
import { PaymentReviewEdge } from './payment-review-edge.type.ts';
import { PaymentReview } from './payment-review.type.ts';

/** Counting costs a query of its own, so the total has a resolver. */
@ObjectType({ simpleResolvers: true, description: 'A page of reviews, newest first.' })
export class PaymentReviewConnection {
  @Field(() => [PaymentReviewEdge], { description: 'The reviews of the page with their cursors.' })
  edges!: Ref<PaymentReviewEdge[]>;

  @Field(() => [PaymentReview], { description: 'The reviews of the page without cursors.' })
  nodes!: Ref<PaymentReview[]>;

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description:
      'How many reviews match in all, on every page together. Counted up to 10,000: that figure means as many or more.',
  })
  totalCount?: number;
}
