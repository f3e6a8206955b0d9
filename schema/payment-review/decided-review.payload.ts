import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { Approval } from '../approval/approval.type.ts';
import { ChangePreview } from '../wallet/change-preview.type.ts';
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

/** The same of an act that moves money: it can be looked at before, and waits for another person above the limit of whoever asks. */
@ObjectType({ simpleResolvers: true })
export abstract class LimitedReviewPayload extends DecidedReviewPayload {
  @Field(() => ChangePreview, {
    nullable: true,
    description: 'In a dry run, what would become of the wallet that is credited; null otherwise.',
  })
  preview!: Ref<ChangePreview> | null;

  @Field(() => Boolean, {
    description:
      'In a dry run, whether the payment is above the limit of whoever asks, so that another person has to approve it.',
  })
  needsApproval!: boolean;

  @Field(() => Approval, {
    nullable: true,
    description:
      'What another person has to decide, because the payment is above the limit of whoever asked: the review is as it was. Null where nobody else was needed.',
  })
  approval!: Ref<Approval> | null;
}
