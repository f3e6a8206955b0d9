import { Field, ObjectType } from 'type-graphql';
import { Checkout } from '../checkout/checkout.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DebitTransaction } from './debit-transaction.type.ts';
import { Draw } from './draw.type.ts';
import { Transaction } from './transaction.interface.ts';
import { LOOKED_UP, QUERY, Weighs } from '../weight.ts';

@ObjectType({
  implements: [Transaction, Node],
  simpleResolvers: true,
  description: 'A debit that was given back, in whole or in part, to the credits it had used.',
})
export class RefundTransaction extends Transaction {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => DebitTransaction, { description: 'The debit that was given back.' })
  debit?: Ref<DebitTransaction>;

  @Weighs({ most: 1_000, each: 5 })
  @Field(() => [Draw], { description: 'Which credits got how much back, last used first.' })
  restores?: Ref<Draw[]>;

  @Weighs({ own: QUERY, repeats: true })
  @Field(() => Checkout, {
    nullable: true,
    description:
      'The checkout of which it gave back credits, with what went back by other means; null where its debit is of none.',
  })
  checkout?: Ref<Checkout> | null;
}
