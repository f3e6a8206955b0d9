import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { ShortText } from '../text-bounds.ts';
import { CheckoutPayload } from './checkout.payload.ts';

@InputType({ description: 'Which checkout to call off.' })
export class CancelCheckoutInput {
  @Field(() => ID, { description: 'The `id` of the checkout.' })
  checkoutId!: string;

  @ShortText()
  @Field(() => String, { nullable: true, description: 'Why, at most 200 characters.' })
  reason?: string | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `cancelCheckout`.' })
export class CancelCheckoutPayload extends CheckoutPayload {}
