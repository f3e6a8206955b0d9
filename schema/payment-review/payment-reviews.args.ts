import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { PaymentReviewFilter } from './payment-review-filter.input.ts';

@ArgsType()
export class PaymentReviewsArgs extends PageArgs {
  @ValidateNested()
  @Field(() => PaymentReviewFilter, { nullable: true, description: 'Which reviews to list; left out, all.' })
  filter?: PaymentReviewFilter | null;
}
