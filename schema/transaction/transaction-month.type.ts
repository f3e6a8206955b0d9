import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    "What matches in one month of the shop's time zone: the whole month, also where a page shows only a part of it.",
})
export class TransactionMonth {
  @Field(() => String, { description: 'The month, such as `2026-11`.' })
  month!: string;

  @Field(() => Int, { description: 'How many transactions match.' })
  count!: number;

  @Field(() => Money, { description: 'What came in: credits and refunds.' })
  added!: Money;

  @Field(() => Money, { description: 'What went out, above zero: debits, expiries and reversals.' })
  taken!: Money;
}
