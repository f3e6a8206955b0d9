import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { Weighs } from '../weight.ts';
import { GrantedAmount } from './granted-amount.type.ts';
import { MoneyShare } from './money-share.type.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'What moved in all wallets together in some months: opening + purchased + granted + refunded − spent − expired − reversed = closing.',
})
export class ProgrammePeriod {
  @Field(() => DateTime, { description: 'The first moment of the first month.' })
  from!: number;

  @Field(() => DateTime, { description: 'The first moment after the last month, which may be under way.' })
  to!: number;

  @Field(() => Money, { description: 'What all wallets held together before the first month.' })
  openingBalance!: Money;

  @Field(() => Money, { description: 'Credits that customers paid for.' })
  purchased!: Money;

  @Field(() => Money, { description: 'Credits that the shop gave.' })
  granted!: Money;

  @Weighs({ most: 4 })
  @Field(() => [GrantedAmount], { description: 'The same by where they came from, each once.' })
  grants!: GrantedAmount[];

  @Field(() => Money, { description: 'What was refunded of orders.' })
  refunded!: Money;

  @Field(() => Money, { description: 'What was spent on orders, before refunds.' })
  spent!: Money;

  @Field(() => Money, { description: 'What was lost to expiry.' })
  expired!: Money;

  @Field(() => Money, { description: 'What was taken back of credits.' })
  reversed!: Money;

  @Field(() => Money, { description: 'What all wallets held together after the last month, or now.' })
  closingBalance!: Money;

  @Field(() => MoneyShare, {
    description:
      'What expired ÷ what was issued, both in these months. Issued is what was purchased and granted.',
  })
  breakage!: MoneyShare;
}
