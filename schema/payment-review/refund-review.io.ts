import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { LimitedReviewPayload } from './decided-review.payload.ts';

@InputType({ description: 'Which payment to refund to where it came from.' })
export class RefundReviewInput {
  @Field(() => ID, { description: 'The `id` of the review.' })
  reviewId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only say what would happen: nothing is written and an unused idempotency key stays unused.',
  })
  dryRun!: boolean;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `refundReview`.' })
export class RefundReviewPayload extends LimitedReviewPayload {}
