import { Matches } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { CheckoutPayload } from './checkout.payload.ts';

@InputType({ description: 'Which checkout, and which gift card is to pay of it.' })
export class AddGiftCardToCheckoutInput {
  @Field(() => ID, { description: 'The `id` of the checkout.' })
  checkoutId!: string;

  @Matches(/^[^\p{Cc}\p{Cs}]{1,200}$/u, { message: 'must have at most 200 characters on one line' })
  @Field(() => String, {
    description:
      'The code of a gift card, as it is written. It is tried like any code: after some wrong ones the next has to wait.',
  })
  giftCardCode!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `addGiftCardToCheckout`.' })
export class AddGiftCardToCheckoutPayload extends CheckoutPayload {}
