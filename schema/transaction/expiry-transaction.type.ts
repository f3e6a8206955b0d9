import { Field, ObjectType } from 'type-graphql';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CreditTransaction } from './credit-transaction.type.ts';
import { Transaction } from './transaction.interface.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

@ObjectType({
  implements: [Transaction, Node],
  simpleResolvers: true,
  description: 'What was left of a credit when its time came.',
})
export class ExpiryTransaction extends Transaction {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => CreditTransaction, { description: 'The credit that expired.' })
  credit?: Ref<CreditTransaction>;

  @Field(() => DateTime, {
    description:
      'When its time came. `createdAt` is the same instant, or that of the entry before it where that is later.',
  })
  expiredAt!: number;
}
