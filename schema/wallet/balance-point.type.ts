import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: "The balance at the end of one day of the shop's time zone.",
})
export class BalancePoint {
  @Field(() => String, { description: 'The day, such as `2026-11-23`.' })
  day!: string;

  @Field(() => Money, {
    description:
      'The balance at the end of the day, or now on the current one. A day without transactions keeps the balance of the day before.',
  })
  closingBalance!: Money;
}
