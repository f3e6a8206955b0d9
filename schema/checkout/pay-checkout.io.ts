import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { PaymentMethod } from '../top-up/payment-method.enum.ts';
import { CheckoutPayload } from './checkout.payload.ts';

@InputType({ description: 'Which checkout to pay, and how.' })
export class PayCheckoutInput {
  @Field(() => ID, { description: 'The `id` of the checkout.' })
  checkoutId!: string;

  @Field(() => PaymentMethod, { description: 'How the rest is paid.' })
  method!: PaymentMethod;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `payCheckout`.' })
export class PayCheckoutPayload extends CheckoutPayload {}
