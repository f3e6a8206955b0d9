import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'What moved in a month, of one wallet or of all together. From one month to the next, the closing balance grows by purchased, granted and refunded, and shrinks by spent, expired and reversed.',
})
export class MonthlyMovement {
  @Field(() => String, { description: "The month in the shop's time zone, such as `2026-11`." })
  month!: string;

  @Field(() => Money, { description: 'Credits that customers paid for.' })
  purchased!: Money;

  @Field(() => Money, { description: 'Credits that the shop gave: promotion, loyalty, referral, goodwill.' })
  granted!: Money;

  @Field(() => Money, { description: 'What was spent, before refunds.' })
  spent!: Money;

  @Field(() => Money, { description: 'What was refunded.' })
  refunded!: Money;

  @Field(() => Money, { description: 'What was lost to expiry.' })
  expired!: Money;

  @Field(() => Money, { description: 'What was taken back of mistaken credits.' })
  reversed!: Money;

  @Field(() => Money, {
    description: 'The balance at the end of the month; in the current month, the balance now.',
  })
  closingBalance!: Money;
}
