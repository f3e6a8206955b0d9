import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../money/money.input.ts';
import { DateTime } from '../scalars/date-time.ts';
import { OrderNumber } from '../text-bounds.ts';
import { CreditSource } from './credit-source.enum.ts';
import { TransactionKind } from './transaction-kind.enum.ts';

@InputType({ description: 'Which transactions to list. All that is given must hold.' })
export class TransactionFilter {
  @ArrayMaxSize(20, { message: 'must name at most 20 kinds' })
  @Field(() => [TransactionKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: TransactionKind[] | null;

  @ArrayMaxSize(20, { message: 'must name at most 20 sources' })
  @Field(() => [CreditSource], {
    nullable: true,
    description: 'Only credits from these sources; REFUND stands for refunds.',
  })
  sources?: CreditSource[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what was made at this moment or later.' })
  from?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what was made before this moment.' })
  to?: number | null;

  @OrderNumber()
  @Field(() => ID, { nullable: true, description: 'Only what belongs to this order of the shop.' })
  orderId?: string | null;

  @OrderNumber()
  @Field(() => String, {
    nullable: true,
    description:
      'What a person types to find something: the number of an order, or the `reference` of a transaction, in any case. What is a reference of this wallet counts as that.',
  })
  orderOrReference?: string | null;

  @ValidateNested()
  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Only what moved this much or more, whatever the direction.',
  })
  minAmount?: MoneyInput | null;

  @ValidateNested()
  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Only what moved this much or less, whatever the direction.',
  })
  maxAmount?: MoneyInput | null;
}
