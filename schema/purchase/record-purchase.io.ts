import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Customer } from '../customer/customer.type.ts';
import { MoneyInput } from '../money/money.input.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CustomerId, OrderNumber } from '../text-bounds.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';

@InputType({ description: 'An order of the shop. Safe to repeat: there is one purchase per order.' })
export class RecordPurchaseInput {
  @OrderNumber()
  @Field(() => ID, { description: "The shop's number of the order. It stands for an idempotency key." })
  orderId!: string;

  @CustomerId()
  @Field(() => ID, { description: 'The customer who bought.' })
  customerId!: string;

  @Field(() => MoneyInput, {
    description: 'What the whole order came to, whatever part of it was paid with credits.',
  })
  amount!: MoneyInput;

  @Field(() => DateTime, { description: 'When it was bought; not in the future.' })
  purchasedAt!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `recordPurchase`.' })
export class RecordPurchasePayload {
  @Field(() => Customer, { nullable: true, description: 'The customer who bought; null when refused.' })
  customer!: Ref<Customer> | null;

  @Field(() => Boolean, { description: 'Whether this order had been recorded before.' })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
