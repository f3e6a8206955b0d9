import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import { ShortText } from '../text-bounds.ts';
import { CheckoutRefund } from './checkout-refund.type.ts';
import { CheckoutPayload } from './checkout.payload.ts';

@InputType({ description: 'Which paid checkout to give back, and how much of it.' })
export class RefundCheckoutInput {
  @Field(() => ID, { description: 'The `id` of the checkout.' })
  checkoutId!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'How much; left out, all that can still go back. Where it goes, `Checkout.refundSplit` says before.',
  })
  amount?: MoneyInput | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'What `Checkout.refunded` said when this was decided. If something else has gone back by now, the split may be another: nothing happens, and QUOTE_CHANGED says so.',
  })
  expectedRefunded?: MoneyInput | null;

  @ShortText()
  @Field(() => String, { description: 'Why, at most 200 characters. The customer can read it.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `refundCheckout`.' })
export class RefundCheckoutPayload extends CheckoutPayload {
  @Field(() => CheckoutRefund, {
    nullable: true,
    description: 'What was given back, and where it goes; null when refused.',
  })
  refund!: CheckoutRefund | null;
}
