import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { CheckoutPayload } from './checkout.payload.ts';

@InputType({ description: 'Which open checkout is to be paid by whoever has the link.' })
export class MakeCheckoutLinkInput {
  @Field(() => ID, { description: 'The `id` of the checkout.' })
  checkoutId!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `makeCheckoutLink`.' })
export class MakeCheckoutLinkPayload extends CheckoutPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Where to send the customer of the order, once and as long as the checkout is open; it begins with a slash. What stands behind its `#` is a secret, which no server sees in an address: redirect to it, and keep it nowhere. Null when refused.',
  })
  payLink!: string | null;
}
