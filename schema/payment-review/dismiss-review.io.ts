import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { ShortText } from '../text-bounds.ts';
import { DecidedReviewPayload } from './decided-review.payload.ts';

@InputType({ description: 'Which review to dismiss, and why.' })
export class DismissReviewInput {
  @Field(() => ID, { description: 'The `id` of the review.' })
  reviewId!: string;

  @ShortText()
  @Field(() => String, { description: 'Why, at most 200 characters.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `dismissReview`.' })
export class DismissReviewPayload extends DecidedReviewPayload {}
