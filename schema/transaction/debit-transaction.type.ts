import { Field, ObjectType } from 'type-graphql';
import { Checkout } from '../checkout/checkout.type.ts';
import { Money } from '../money/money.type.ts';
import { Hold } from '../hold/hold.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { Draw } from './draw.type.ts';
import { RefundTransaction } from './refund-transaction.type.ts';
import { Transaction } from './transaction.interface.ts';
import { LOOKED_UP, QUERY, Weighs } from '../weight.ts';

@ObjectType({
  implements: [Transaction, Node],
  simpleResolvers: true,
  description: 'Credits that were spent on an order.',
})
export class DebitTransaction extends Transaction {
  @Weighs({ most: 1_000, each: 5 })
  @Field(() => [Draw], { description: 'Which credits were used, in the order in which they were used.' })
  draws?: Ref<Draw[]>;

  @Weighs({ own: LOOKED_UP, most: 100, each: 5 })
  @Field(() => [RefundTransaction], { description: 'What was given back of it, oldest first.' })
  refunds?: Ref<RefundTransaction[]>;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Hold, {
    nullable: true,
    description: 'The hold that it was captured from; null where it was spent from the balance.',
  })
  hold?: Ref<Hold> | null;

  @Weighs({ own: QUERY, repeats: true })
  @Field(() => Checkout, {
    nullable: true,
    description:
      'The checkout whose credits it took, with the other means that paid the order; null where it is of none.',
  })
  checkout?: Ref<Checkout> | null;

  @Weighs({ own: LOOKED_UP })
  @Field(() => Money, { description: 'What can still be given back of it.' })
  refundable?: Money;
}
