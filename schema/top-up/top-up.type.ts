import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CreditTransaction } from '../transaction/credit-transaction.type.ts';
import { PaymentMethod } from './payment-method.enum.ts';
import { TopUpRefund } from './top-up-refund.type.ts';
import { TopUpStatus } from './top-up-status.enum.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A payment of a customer on its way into the wallet. It is credited when the payment provider says that it was collected, and by nothing else.',
})
export class TopUp extends Node {
  @Field(() => Money, { description: 'How much is to be paid and will be credited.' })
  amount!: Money;

  @Field(() => PaymentMethod, { description: 'How it is paid.' })
  method!: PaymentMethod;

  @Field(() => TopUpStatus, { description: 'How far it has come.' })
  status!: TopUpStatus;

  @Field(() => String, { nullable: true, description: "The customer's own note." })
  note!: string | null;

  @Field(() => String, {
    description: 'What the customer can quote to support, such as `TOP-7K2M9QXZ4A6B`.',
  })
  reference!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The page to pay on; when it begins with a slash, a page of this server. Null when it is paid by `upiIntent` alone or can no longer be paid.',
  })
  checkoutUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A `upi://pay` link that opens a UPI app, and the content of the QR code. Null for cards, and where the provider takes UPI on its own page only.',
  })
  upiIntent!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the payment failed, in words for the customer; null when it did not.',
  })
  failureReason!: string | null;

  @Field(() => DateTime, { description: 'Until when it can be paid.' })
  expiresAt!: number;

  @Field(() => DateTime, { description: 'When it was started.' })
  createdAt!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was credited; null while it is not.' })
  settledAt!: number | null;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => CreditTransaction, {
    nullable: true,
    description: 'The credits it brought; null until it is settled.',
  })
  transaction?: Ref<CreditTransaction> | null;

  @Weighs({ most: 50, each: 5 })
  @Field(() => [TopUpRefund], {
    description: 'What of it the shop sends back to where it was paid from, oldest first.',
  })
  refunds!: Ref<TopUpRefund[]>;
}
