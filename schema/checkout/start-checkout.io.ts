import { ArrayMaxSize, Matches, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import { CustomerId, OrderNumber, ReturnAddress } from '../text-bounds.ts';
import { PaymentMethod } from '../top-up/payment-method.enum.ts';
import { CheckoutPayload } from './checkout.payload.ts';
import { CreditsUse } from './credits-use.enum.ts';

@InputType({ description: 'Which order to pay, and with what.' })
export class StartCheckoutInput {
  @CustomerId()
  @Field(() => ID, {
    nullable: true,
    description:
      'The customer; left out, the caller. Staff must name one, customers can only name themselves.',
  })
  customerId?: string | null;

  @OrderNumber()
  @Field(() => ID, {
    description:
      "The shop's number of the order, at most 64 characters. An order has one open checkout at a time, and is paid once.",
  })
  orderId!: string;

  @Field(() => MoneyInput, { description: 'What the order comes to.' })
  total!: MoneyInput;

  @Field(() => CreditsUse, { description: 'How much of it credits are to pay, of what gift cards leave.' })
  credits!: CreditsUse;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'How much credits are to pay, where `credits` is AMOUNT, and only there.',
  })
  amount?: MoneyInput | null;

  @ArrayMaxSize(5, { message: 'must name at most 5 gift cards' })
  @Matches(/^[^\p{Cc}\p{Cs}]{1,200}$/u, {
    each: true,
    message: 'must each have at most 200 characters on one line',
  })
  @Field(() => [String], {
    nullable: true,
    description:
      'The codes of gift cards, at most 5, as they are written. They pay first, the one that ends soonest before the others; then credits; the rest is paid. Each is tried like any code: after some wrong ones the next has to wait.',
  })
  giftCardCodes?: string[] | null;

  @Field(() => PaymentMethod, {
    nullable: true,
    description: 'How the rest is paid; left out, `payCheckout` says it later.',
  })
  method?: PaymentMethod | null;

  @Min(0)
  @Field(() => Int, {
    nullable: true,
    description:
      'The `quote.seq` of the preview on which it was decided. If the wallet has moved since and other credits would be drawn, nothing happens and QUOTE_CHANGED says what moved. Left out, the credits are those of now.',
  })
  expectedSeq?: number | null;

  @ReturnAddress()
  @Field(() => String, {
    nullable: true,
    description:
      'A page of the shop to which the customer goes back in the end, with a signed result. It lies in one of the origins that the operator has named.',
  })
  returnUrl?: string | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `startCheckout`.' })
export class StartCheckoutPayload extends CheckoutPayload {}
