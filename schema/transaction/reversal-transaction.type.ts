import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { CreditTransaction } from './credit-transaction.type.ts';
import { Transaction } from './transaction.interface.ts';

@ObjectType({
  implements: [Transaction, Node],
  simpleResolvers: true,
  description: 'What was left of a mistaken credit, taken back by an admin.',
})
export class ReversalTransaction extends Transaction {
  @Field(() => CreditTransaction, { description: 'The credit that was taken back.' })
  credit?: Ref<CreditTransaction>;

  @Field(() => Money, {
    description: 'What could not be taken back, because it was used or had expired already.',
  })
  notRecovered!: Money;
}
