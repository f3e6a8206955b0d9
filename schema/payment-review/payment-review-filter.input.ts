import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DisputeOutcome } from './dispute-outcome.enum.ts';
import { ReviewKind } from './review-kind.enum.ts';
import { ReviewStatus } from './review-status.enum.ts';

@InputType({ description: 'Which reviews to list. All that is given must hold.' })
export class PaymentReviewFilter {
  @ArrayMaxSize(10, { message: 'must name at most 10 statuses' })
  @Field(() => [ReviewStatus], { nullable: true, description: 'Only reviews in one of these statuses.' })
  status?: ReviewStatus[] | null;

  @ArrayMaxSize(10, { message: 'must name at most 10 kinds' })
  @Field(() => [ReviewKind], { nullable: true, description: 'Only reviews of one of these kinds.' })
  kind?: ReviewKind[] | null;

  @ArrayMaxSize(10, { message: 'must name at most 10 outcomes' })
  @Field(() => [DisputeOutcome], { nullable: true, description: 'Only disputes that stand so.' })
  dispute?: DisputeOutcome[] | null;

  @Field(() => ID, { nullable: true, description: 'Only reviews that this member of staff has taken.' })
  assigneeId?: string | null;
}
