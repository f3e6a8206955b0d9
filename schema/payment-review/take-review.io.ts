import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { DecidedReviewPayload } from './decided-review.payload.ts';

@InputType({ description: 'Which review to take.' })
export class TakeReviewInput {
  @Field(() => ID, { description: 'The `id` of the review.' })
  reviewId!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `takeReview`.' })
export class TakeReviewPayload extends DecidedReviewPayload {}
