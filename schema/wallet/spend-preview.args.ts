import { ValidateNested } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { MoneyInput } from '../money/money.input.ts';
import { OrderNumber } from '../text-bounds.ts';

@ArgsType()
export class SpendPreviewArgs {
  @ValidateNested()
  @Field(() => MoneyInput, { description: 'How much would be spent.' })
  amount!: MoneyInput;

  @OrderNumber()
  @Field(() => ID, {
    nullable: true,
    description: "The shop's number of the order, to hear whether it has a debit already.",
  })
  orderId?: string | null;
}
