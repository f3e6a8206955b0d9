import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import type { Ref } from '../ref.ts';
import { CreditTransaction } from './credit-transaction.type.ts';
import { Transaction } from './transaction.interface.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'An amount of one credit, used or given back by one transaction.',
})
export class Draw {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => CreditTransaction, { description: 'The credit.' })
  credit?: Ref<CreditTransaction>;

  @Weighs({ repeats: true })
  @Field(() => Transaction, { description: 'The transaction that used it or gave it back.' })
  transaction!: Ref<Transaction>;

  @Field(() => Money, { description: 'How much of the credit, above zero.' })
  amount!: Money;
}
