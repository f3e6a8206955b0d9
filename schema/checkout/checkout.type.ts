import { Field, ID, ObjectType } from 'type-graphql';
import { Customer } from '../customer/customer.type.ts';
import { Hold } from '../hold/hold.type.ts';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { LOOKED_UP, QUERY, Weighs } from '../weight.ts';
import { CheckoutRefund } from './checkout-refund.type.ts';
import { CheckoutStatus } from './checkout-status.enum.ts';
import { GiftCardPart } from './gift-card-part.type.ts';
import { Payment } from './payment.type.ts';
import { RefundSplit } from './refund-split.type.ts';

/** Fields that are optional here have a resolver of their own. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'An order that is paid with several means: gift cards, credits of the wallet and one payment for the rest. All of them pay it or none does.',
})
export class Checkout extends Node {
  @Field(() => ID, { description: "The shop's number of the order." })
  orderId!: string;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Customer, { nullable: true, description: 'Whose order it is.' })
  customer?: Ref<Customer> | null;

  @Field(() => CheckoutStatus, { description: 'How it stands.' })
  status!: CheckoutStatus;

  @Field(() => Money, { description: 'What the order comes to.' })
  total!: Money;

  @Field(() => Money, { description: 'How much of it credits of the wallet pay.' })
  fromWallet!: Money;

  @Weighs({ most: 5 })
  @Field(() => [GiftCardPart], {
    description: 'How much of it gift cards pay, each its part, in their order.',
  })
  fromGiftCards!: GiftCardPart[];

  @Field(() => Money, { description: 'What is left to a payment.' })
  toPay!: Money;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Hold, {
    nullable: true,
    description: 'What holds its credits, or held them last; null where credits pay nothing of it.',
  })
  hold?: Ref<Hold> | null;

  @Weighs({ own: QUERY })
  @Field(() => Payment, {
    nullable: true,
    description: 'The payment of the rest; null while none was begun, and where there is no rest.',
  })
  payment?: Payment | null;

  @Weighs({ own: QUERY })
  @Field(() => Money, {
    description:
      'How much of it was given back or is on its way back, by whatever means and whoever asked. It stays PAID: only this tells.',
  })
  refunded?: Money;

  @Weighs({ own: QUERY })
  @Field(() => RefundSplit, { description: '`refunded` by where it went or is on its way to.' })
  refundedTo?: RefundSplit;

  @Weighs({ own: QUERY })
  @Field(() => Money, {
    description:
      'How much of `refunded` nobody asked for here: what the payment provider alone gave back, or what is disputed at the bank until that has come to nothing. It is in none of `refunds`.',
  })
  claimed?: Money;

  @Weighs({ own: QUERY })
  @Field(() => Money, { description: 'How much of it can still be given back; nothing unless it is PAID.' })
  refundable?: Money;

  @Weighs({ own: QUERY })
  @Field(() => RefundSplit, {
    nullable: true,
    description: 'Where an amount would go if it were refunded now; null where that much cannot be.',
  })
  refundSplit?: RefundSplit | null;

  @Weighs({ most: 50 })
  @Field(() => [CheckoutRefund], {
    description:
      'What was given back of the order, oldest first. Of its credits alone more may have been refunded by their debit, and of its payment by the provider.',
  })
  refunds!: CheckoutRefund[];

  @Field(() => String, {
    description: 'The page of this server on which its customer pays it; it begins with a slash.',
  })
  payUrl!: string;

  @Weighs({ own: QUERY })
  @Field(() => String, {
    nullable: true,
    description:
      'Where the customer goes back to in the shop, with how it ended and what of it has gone back by now, signed. Null while it is open, and where it was started without a `returnUrl`.',
  })
  returnTo?: string | null;

  @Field(() => DateTime, {
    description: 'When it ends by itself, unless it was paid by then, and gives back what it holds.',
  })
  expiresAt!: number;

  @Field(() => DateTime, { description: 'When it was started.' })
  createdAt!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it is open.' })
  endedAt!: number | null;
}
