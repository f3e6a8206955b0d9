import { Field, ObjectType } from 'type-graphql';
// First of those that lead to each other in a circle: transactions are loaded by way of their wallet.
import { Wallet } from '../wallet/wallet.type.ts';
import { CheckoutRefund } from '../checkout/checkout-refund.type.ts';
import { OrderRefundPreview } from '../checkout/order-refund-preview.type.ts';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { TransactionActor } from '../transaction/transaction-actor.type.ts';
import { Transaction } from '../transaction/transaction.interface.ts';
import { ChangePreview } from '../wallet/change-preview.type.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';
import { ApprovalStatus } from './approval-status.enum.ts';
import { BulkPreview } from './bulk-preview.type.ts';

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description:
    'An act above the limit of whoever asked for it. It has done nothing yet, and another person decides on it.',
})
export class Approval extends Node {
  @Field(() => String, { description: 'The operation that was asked for.' })
  act!: string;

  @Field(() => ApprovalStatus, { description: 'How far it is.' })
  status!: ApprovalStatus;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Wallet, {
    nullable: true,
    description: 'The wallet that it would change; null for a list of credits.',
  })
  wallet?: Ref<Wallet> | null;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Node, {
    nullable: true,
    description:
      'What it is about: a wallet, the checkout or the transaction that is to be refunded; null for a list of credits.',
  })
  subject?: Node | null;

  @Field(() => Money, { nullable: true, description: 'How much it is about.' })
  amount!: Money | null;

  @Field(() => String, { description: 'Why it was asked for.' })
  reason!: string;

  @Field(() => ChangePreview, {
    nullable: true,
    description:
      'What it would do, or has done, as it was shown last to whoever decides; null for a list of credits and for an order.',
  })
  preview!: Ref<ChangePreview> | null;

  @Field(() => BulkPreview, {
    nullable: true,
    description: 'The same for a list of credits; null for what is about one wallet.',
  })
  bulk!: BulkPreview | null;

  @Field(() => OrderRefundPreview, {
    nullable: true,
    description: 'The same for an order that is to go back the way it was paid; null for everything else.',
  })
  order!: OrderRefundPreview | null;

  @Field(() => TransactionActor, { description: 'Who asked for it.' })
  requestedBy!: TransactionActor;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  requestedAt!: number;

  @Field(() => TransactionActor, { nullable: true, description: 'Who ended it; null while it waits.' })
  decidedBy!: TransactionActor | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it waits.' })
  decidedAt!: number | null;

  @Field(() => String, { nullable: true, description: 'What the one who decided said.' })
  note!: string | null;

  @Field(() => DateTime, { description: 'From when on nobody can decide on it any more.' })
  expiresAt!: number;

  @Field(() => Boolean, { description: 'Whether the caller may decide on it now. Who asks never does.' })
  mayDecide?: boolean;

  @Weighs({ own: LOOKED_UP, most: 6 })
  @Field(() => [Transaction], {
    description:
      'The transactions that came of it; empty unless it was approved, and for a list of credits, which answers its rows under its key. Of an order that went back, those of its wallet: there are none where all of it went elsewhere, as `refund` tells.',
  })
  outcome?: Ref<Transaction>[];

  @Weighs({ own: LOOKED_UP })
  @Field(() => CheckoutRefund, {
    nullable: true,
    description:
      'What was given back of an order, where it went, and how far that has come; null unless it was approved, and for everything else.',
  })
  refund?: CheckoutRefund | null;
}
