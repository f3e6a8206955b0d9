import { Field, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import type { Ref } from '../ref.ts';
import { ShortText } from '../text-bounds.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { PaymentMethod } from './payment-method.enum.ts';
import { TopUp } from './top-up.type.ts';
import { Weighs } from '../weight.ts';

@InputType({ description: 'How much to pay into the own wallet, and how.' })
export class StartTopUpInput {
  @Field(() => MoneyInput, {
    description: 'How much, between `minTopUp` and `maxTopUp` of the wallet policy.',
  })
  amount!: MoneyInput;

  @Field(() => PaymentMethod, { description: 'How to pay.' })
  method!: PaymentMethod;

  @ShortText()
  @Field(() => String, {
    nullable: true,
    description: 'A note for the customer, at most 200 characters on one line.',
  })
  note?: string | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `startTopUp`.' })
export class StartTopUpPayload {
  @Field(() => TopUp, { nullable: true, description: 'The top-up to pay; null when refused.' })
  topUp!: Ref<TopUp> | null;

  @Field(() => Boolean, {
    description:
      'Whether this idempotency key had acted before and this is the same top-up again. One that had run out of time unpaid can be paid again then, until its new `expiresAt`.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
