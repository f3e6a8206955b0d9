import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { OrderedPageArgs } from '../connection/ordered-page.args.ts';
import { PaymentReviewFilter } from './payment-review-filter.input.ts';

@ArgsType()
export class PaymentReviewsArgs extends OrderedPageArgs {
  @ValidateNested()
  @Field(() => PaymentReviewFilter, { nullable: true, description: 'Which reviews to list; left out, all.' })
  filter?: PaymentReviewFilter | null;
}
