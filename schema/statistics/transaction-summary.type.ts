import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { KindTotal } from './kind-total.type.ts';
import { SourceTotal } from './source-total.type.ts';
import { Weighs } from '../weight.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'What happened to a wallet in a period. The opening balance and the net movement make the closing balance.',
})
export class TransactionSummary {
  @Field(() => DateTime, {
    nullable: true,
    description: 'The first moment of the period; null means since the wallet was created.',
  })
  from!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The moment before which the period ends; null means until now.',
  })
  to!: number | null;

  @Weighs({ most: 7 })
  @Field(() => [KindTotal], {
    description:
      'By kind: every kind once, also those that did not occur. What was captured from a hold counts as a debit.',
  })
  byKind!: KindTotal[];

  @Weighs({ most: 6 })
  @Field(() => [SourceTotal], {
    description:
      'What came in, by where it came from: every source once, also those that did not occur. REFUND stands for refunds.',
  })
  bySource!: SourceTotal[];

  @Field(() => Money, {
    description:
      'What the balance changed by: what came in less what went out and what was set aside; below zero when it fell.',
  })
  net!: Money;

  @Field(() => Int, { description: 'How many transactions there were.' })
  count!: number;

  @Field(() => Money, { description: 'The balance at the beginning of the period.' })
  openingBalance!: Money;

  @Field(() => Money, { description: 'The balance at the end of the period.' })
  closingBalance!: Money;

  @Field(() => Money, { description: 'What open holds kept beside the balance at the beginning.' })
  openingHeld!: Money;

  @Field(() => Money, { description: 'What open holds kept beside the balance at the end.' })
  closingHeld!: Money;
}
