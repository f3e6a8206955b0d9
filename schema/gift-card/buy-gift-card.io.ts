import { Field, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import type { Ref } from '../ref.ts';
import { PaymentMethod } from '../top-up/payment-method.enum.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { GiftCardPurchase } from './gift-card-purchase.type.ts';

@InputType({ description: 'What gift card to buy, and how it is paid.' })
export class BuyGiftCardInput {
  @Field(() => MoneyInput, {
    description: 'What the card is to hold: ₹100 to ₹10,000, unless the shop has set something else.',
  })
  amount!: MoneyInput;

  @Field(() => PaymentMethod, { description: 'How to pay.' })
  method!: PaymentMethod;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `buyGiftCard`.' })
export class BuyGiftCardPayload {
  @Field(() => GiftCardPurchase, { nullable: true, description: 'What is to be paid; null when refused.' })
  purchase!: Ref<GiftCardPurchase> | null;

  @Field(() => Boolean, {
    description: 'Whether this idempotency key had acted before and this is the same purchase again.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
