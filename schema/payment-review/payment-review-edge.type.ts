import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { PaymentReview } from './payment-review.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A review in a page.' })
export class PaymentReviewEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after` or `before`.' })
  cursor!: string;

  @Field(() => PaymentReview, { description: 'The review.' })
  node!: Ref<PaymentReview>;
}
