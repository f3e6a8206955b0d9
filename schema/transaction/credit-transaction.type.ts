import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CreditFunding } from '../wallet/credit-funding.enum.ts';
import { Draw } from './draw.type.ts';
import { Transaction } from './transaction.interface.ts';
import { LOOKED_UP, QUERY, Weighs } from '../weight.ts';

@ObjectType({
  implements: [Transaction, Node],
  simpleResolvers: true,
  description: 'Credits that were added.',
})
export class CreditTransaction extends Transaction {
  @Field(() => CreditFunding, { description: 'Who paid for them.' })
  funding!: CreditFunding;

  @Weighs({ own: LOOKED_UP })
  @Field(() => DateTime, {
    nullable: true,
    description: 'The last moment they can be spent, as it was moved last; null means they never expire.',
  })
  expiresAt?: number | null;

  @Weighs({ own: LOOKED_UP })
  @Field(() => Money, {
    description: 'How much of them is left to spend now, including what refunds gave back.',
  })
  remaining?: Money;

  @Weighs({ own: QUERY, most: 1_000 })
  @Field(() => [Draw], {
    description: 'What took from them: debits, expiries and reversals, oldest first, at most 1,000.',
  })
  usedBy?: Ref<Draw[]>;
}
