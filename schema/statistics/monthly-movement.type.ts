import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';

@ObjectType({ simpleResolvers: true, description: "What happened in one month of the shop's time zone." })
export class MonthlyMovement {
  @Field(() => String, { description: 'The month, such as `2026-11`.' })
  month!: string;

  @Field(() => Money, { description: 'The balance at the beginning of the month.' })
  openingBalance!: Money;

  @Field(() => Money, { description: 'Credits that customers paid for.' })
  purchased!: Money;

  @Field(() => Money, { description: 'Credits that the shop gave: promotion, loyalty, referral, goodwill.' })
  granted!: Money;

  @Field(() => Money, { description: 'What was spent on orders, before refunds.' })
  spent!: Money;

  @Field(() => Money, { description: 'What was refunded.' })
  refunded!: Money;

  @Field(() => Money, { description: 'What was lost to expiry.' })
  expired!: Money;

  @Field(() => Money, { description: 'What was taken back of mistaken credits.' })
  reversed!: Money;

  @Field(() => Money, {
    description:
      'What holds took from the balance less what they gave back or was spent of them; below zero when more came back. Zero in the figures of all wallets together, whose balances include what is set aside.',
  })
  setAside!: Money;

  @Field(() => Money, { description: 'The balance at the end of the month, or now in the current one.' })
  closingBalance!: Money;
}
