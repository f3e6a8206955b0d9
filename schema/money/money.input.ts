import { Field, InputType } from 'type-graphql';
import { Decimal } from '../scalars/decimal.ts';
import { CurrencyCode } from './currency-code.enum.ts';

@InputType({ description: 'An exact amount of money to act with.' })
export class MoneyInput {
  /** In paise. */
  @Field(() => Decimal, {
    description: 'The amount in rupees as a string such as `"499.50"`, at most two places.',
  })
  amount!: bigint;

  @Field(() => CurrencyCode, { defaultValue: 'INR', description: 'The currency; wallets hold INR.' })
  currencyCode!: CurrencyCode;
}
