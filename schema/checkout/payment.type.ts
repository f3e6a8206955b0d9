import { Field, ID, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { PaymentMethod } from '../top-up/payment-method.enum.ts';
import { TopUpStatus } from '../top-up/top-up-status.enum.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'The payment of what credits do not pay of a checkout, or of a gift card. It goes to the shop and into no wallet.',
})
export class Payment {
  @Field(() => ID, { description: 'Opaque and unique across all types.' })
  id!: string;

  @Field(() => PaymentMethod, { description: 'How it is paid.' })
  method!: PaymentMethod;

  @Field(() => Money, { description: 'How much is to be paid.' })
  amount!: Money;

  @Field(() => TopUpStatus, { description: 'How far it has come. SETTLED is collected.' })
  status!: TopUpStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'A `upi://pay` link that opens a UPI app, and the content of the QR code. Null for cards, where the provider takes UPI on its own page only, and once it can no longer be paid.',
  })
  upiIntent!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The page to pay on; when it begins with a slash, a page of this server. Null when it is paid by `upiIntent` alone or can no longer be paid.',
  })
  checkoutUrl!: string | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was collected; null before.' })
  settledAt!: number | null;

  @Field(() => DateTime, { description: 'Until when it can be paid.' })
  expiresAt!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it failed, in words for the customer; null when it did not.',
  })
  failureReason!: string | null;

  @Field(() => String, {
    description: 'What the customer can quote to support, such as `TOP-7K2M9QXZ4A6B`.',
  })
  reference!: string;
}
