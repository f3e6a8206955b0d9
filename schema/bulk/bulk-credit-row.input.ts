import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../money/money.input.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CustomerId, OrderNumber, ShortText } from '../text-bounds.ts';
import { GrantSource } from '../transaction/grant-source.enum.ts';

@InputType({ description: 'One credit of many.' })
export class BulkCreditRowInput {
  @CustomerId()
  @Field(() => ID, { description: 'The customer whose wallet it is.' })
  customerId!: string;

  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;

  @Field(() => GrantSource, { defaultValue: 'PROMOTION', description: 'Where the credits come from.' })
  source!: GrantSource;

  @ShortText()
  @Field(() => String, { description: 'Why, at most 200 characters. The customer can read it.' })
  reason!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "A moment on the last day the credits can be spent: they expire at the end of that day in the shop's time zone. Left out, the wallet's tier decides.",
  })
  expiresAt?: number | null;

  @OrderNumber()
  @Field(() => String, {
    nullable: true,
    description: 'The number of the row in a file or another system, 1 to 64 printable characters.',
  })
  reference?: string | null;
}
