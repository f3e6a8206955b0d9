import { Field, ObjectType } from 'type-graphql';
import { Decimal } from '../scalars/decimal.ts';
import { CurrencyCode } from './currency-code.enum.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'An exact amount of money. Never calculate with it as a floating-point number.',
})
export class Money {
  /** In paise. */
  @Field(() => Decimal, { description: 'The amount in rupees with two places, such as `"499.50"`.' })
  amount!: bigint;

  @Field(() => CurrencyCode, { description: 'The currency of the amount.' })
  currencyCode!: CurrencyCode;
}
