import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { RefundStatus } from '../payment-review/refund-status.enum.ts';
import { DateTime } from '../scalars/date-time.ts';
import { RefundSplit } from './refund-split.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'What was given back at once of an order that was paid by a checkout.',
})
export class CheckoutRefund {
  @Field(() => Money, { description: 'How much, in all.' })
  amount!: Money;

  @Field(() => RefundSplit, { description: 'Where it went.' })
  split!: RefundSplit;

  @Field(() => RefundStatus, {
    nullable: true,
    description:
      'How far that to the source of the payment has come; null where none went there. What FAILED was not given back, and can be refunded once more.',
  })
  sourceStatus!: RefundStatus | null;

  @Field(() => String, { description: 'Why, in the words of who did it.' })
  reason!: string;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  refundedAt!: number;
}
