import { Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { CustomerId } from '../text-bounds.ts';
import { LimitedReviewPayload } from './decided-review.payload.ts';

@InputType({ description: 'Which payment to credit, and to whose wallet.' })
export class CreditReviewInput {
  @Field(() => ID, { description: 'The `id` of the review.' })
  reviewId!: string;

  @CustomerId()
  @Field(() => ID, { description: 'Whose wallet gets what was collected.' })
  customerId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only say what would happen: nothing is written and an unused idempotency key stays unused.',
  })
  dryRun!: boolean;

  @Min(0)
  @Field(() => Int, {
    nullable: true,
    description:
      'The `quote.seq` of the preview on which it was decided. If the wallet has moved since, nothing happens and it is QUOTE_CHANGED. Left out, it is credited to the wallet as it is.',
  })
  expectedSeq?: number | null | undefined;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `creditReview`.' })
export class CreditReviewPayload extends LimitedReviewPayload {}
