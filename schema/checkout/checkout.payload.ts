import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { Checkout } from './checkout.type.ts';

/** What every act on a checkout answers. */
@ObjectType({ simpleResolvers: true })
export abstract class CheckoutPayload {
  @Field(() => Checkout, {
    nullable: true,
    description:
      'The checkout as it is now. When refused, the one that stands: with CHECKOUT_OPEN and CHECKOUT_ENDED that which the order has, with PAYMENT_UNAVAILABLE that whose payment could not be begun; else null.',
  })
  checkout!: Ref<Checkout> | null;

  @Field(() => Boolean, {
    description: 'Whether this idempotency key had acted before, and nothing was done again.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
