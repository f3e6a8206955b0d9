import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { PaymentReview } from './payment-review.type.ts';

/** What every act on a review answers. */
@ObjectType({ simpleResolvers: true })
export abstract class DecidedReviewPayload {
  @Field(() => PaymentReview, { nullable: true, description: 'The review as it is now; null when refused.' })
  review!: Ref<PaymentReview> | null;

  @Field(() => Boolean, {
    description: 'Whether this idempotency key had acted before, so that this call changed nothing.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
