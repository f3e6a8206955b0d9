import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Approval } from '../approval/approval.type.ts';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import type { Ref } from '../ref.ts';
import { ShortText } from '../text-bounds.ts';
import { CheckoutRefund } from './checkout-refund.type.ts';
import { CheckoutPayload } from './checkout.payload.ts';
import { OrderRefundPreview } from './order-refund-preview.type.ts';

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

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only say what would happen: nothing is written and an unused idempotency key stays unused.',
  })
  dryRun!: boolean;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `refundCheckout`.' })
export class RefundCheckoutPayload extends CheckoutPayload {
  @Field(() => CheckoutRefund, {
    nullable: true,
    description: 'What was given back, and where it goes; null when refused, and as long as it is not done.',
  })
  refund!: CheckoutRefund | null;

  @Field(() => OrderRefundPreview, {
    nullable: true,
    description: 'What would go back, and where it would go; only with `dryRun`.',
  })
  preview!: OrderRefundPreview | null;

  @Field(() => Boolean, {
    description:
      'With `dryRun`, whether it is above the limit of whoever asks, so that another person has to approve it.',
  })
  needsApproval!: boolean;

  @Field(() => Approval, {
    nullable: true,
    description:
      'Where it is above the limit of whoever asks: another person decides on this, and nothing goes back before. With the key of what was approved since, that approval, beside `refund`.',
  })
  approval!: Ref<Approval> | null;
}
