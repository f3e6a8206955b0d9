import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { KindTotal } from '../statistics/kind-total.type.ts';
import { TransactionConnection } from '../transaction/transaction-connection.type.ts';
import { QUERY, Weighs } from '../weight.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'What the journal says of a period. The opening balance and the sum of its transactions make the closing balance, to the paisa.',
})
export class Statement {
  @Field(() => DateTime, { description: 'The first moment of the period.' })
  from!: number;

  @Field(() => DateTime, {
    description: 'The moment before which it ends: now, where its last day is not over.',
  })
  to!: number;

  @Field(() => Money, { description: 'The balance before the first moment, as it was booked.' })
  openingBalance!: Money;

  @Field(() => Money, {
    description: 'The balance after the last transaction of the period, as it was booked.',
  })
  closingBalance!: Money;

  @Field(() => Money, { description: 'What open holds kept beside the balance before the first moment.' })
  openingHeld!: Money;

  @Field(() => Money, {
    description:
      'What open holds kept beside the balance at the end. What was set aside in the period is this less `openingHeld`.',
  })
  closingHeld!: Money;

  @Weighs({ most: 7 })
  @Field(() => [KindTotal], {
    description:
      'By kind: every kind once, also those that did not occur. What was captured from a hold counts as a debit.',
  })
  byKind!: KindTotal[];

  @Field(() => Int, { description: 'How many transactions there were.' })
  count!: number;

  @Weighs({ own: 3 * QUERY })
  @Field(() => TransactionConnection, { description: 'The transactions of the period, newest first.' })
  transactions?: Ref<TransactionConnection>;
}
