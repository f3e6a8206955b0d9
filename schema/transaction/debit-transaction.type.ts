import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { Draw } from './draw.type.ts';
import { RefundTransaction } from './refund-transaction.type.ts';
import { Transaction } from './transaction.interface.ts';

@ObjectType({
  implements: [Transaction, Node],
  simpleResolvers: true,
  description: 'Credits that were spent on an order.',
})
export class DebitTransaction extends Transaction {
  @Field(() => [Draw], { description: 'Which credits were used, in the order in which they were used.' })
  draws?: Ref<Draw[]>;

  @Field(() => [RefundTransaction], { description: 'What was given back of it, oldest first.' })
  refunds?: Ref<RefundTransaction[]>;

  @Field(() => Money, { description: 'What can still be given back of it.' })
  refundable?: Money;
}
