import { Field, ID, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { Quote } from '../wallet/quote.type.ts';
import { RefundSplit } from './refund-split.type.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'What giving back an order or a part of it would do, by the very decision that then does it. Nothing has gone back yet.',
})
export class OrderRefundPreview {
  @Field(() => ID, { description: "The shop's number of the order." })
  orderId!: string;

  @Field(() => Money, { description: 'How much would go back.' })
  amount!: Money;

  @Field(() => Money, {
    description: 'How much had gone back before: `expectedRefunded` of `refundCheckout`.',
  })
  refunded!: Money;

  @Field(() => RefundSplit, { description: 'Where it would go.' })
  split!: RefundSplit;

  @Field(() => Quote, {
    description: 'Which preview of its approval it is: `expectedSeq` of `decideApproval`.',
  })
  quote!: Quote;
}
