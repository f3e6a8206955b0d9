import { Field, ObjectType } from 'type-graphql';
import { Act } from '../act/act.type.ts';
import { Hold } from '../hold/hold.type.ts';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { TopUp } from '../top-up/top-up.type.ts';
import { TransactionActor } from '../transaction/transaction-actor.type.ts';
import { Transaction } from '../transaction/transaction.interface.ts';
import { Wallet } from '../wallet/wallet.type.ts';
import { LOOKED_UP, QUERY, Weighs } from '../weight.ts';
import { RefundStatus } from './refund-status.enum.ts';
import { DisputeOutcome } from './dispute-outcome.enum.ts';
import { ReviewKind } from './review-kind.enum.ts';
import { ReviewStatus } from './review-status.enum.ts';

/** Fields that are optional here have a resolver of their own: they cost a query. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'Something about a payment that does not fit and that a person has to look at: money that came and is in no book, or money that went back after it was credited. There is one for each payment, refund and dispute, and it is kept for ever.',
})
export class PaymentReview extends Node {
  @Field(() => ReviewKind, { description: 'What does not fit.' })
  kind!: ReviewKind;

  @Field(() => ReviewStatus, { description: 'Whether it waits for a person, and else how it ended.' })
  status!: ReviewStatus;

  @Field(() => Money, {
    nullable: true,
    description:
      'What was collected and is still with us; of a refund or dispute, what went back or is disputed. Null when it is not in rupees.',
  })
  collected!: Money | null;

  @Field(() => String, { description: 'The currency it is in, such as `INR`.' })
  currency!: string;

  @Field(() => Money, { nullable: true, description: 'What had been asked for, where that is known.' })
  expected!: Money | null;

  @Field(() => String, {
    description: "The payment provider's id of the payment, refund or dispute, to look it up there.",
  })
  providerReference!: string;

  @Field(() => String, { description: 'What does not fit, in words.' })
  problem!: string;

  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt!: number;

  @Weighs({ own: QUERY })
  @Field(() => TopUp, { nullable: true, description: 'The top-up it is about, where that is known.' })
  topUp?: Ref<TopUp> | null;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Wallet, {
    nullable: true,
    description: 'The wallet it is about or was credited to, where that is known.',
  })
  wallet?: Ref<Wallet> | null;

  @Field(() => TransactionActor, { nullable: true, description: 'Who has taken it; null while nobody has.' })
  assignee!: TransactionActor | null;

  @Weighs({ own: LOOKED_UP })
  @Field(() => Transaction, {
    nullable: true,
    description: 'What came of it in a journal: the credit, or the reversal of one.',
  })
  transaction?: Ref<Transaction> | null;

  @Weighs({ own: LOOKED_UP })
  @Field(() => Hold, {
    nullable: true,
    description:
      'Of a dispute: what was left of its credit, which is held until the bank has decided. Null where nothing was left, or its credit is not known yet.',
  })
  hold?: Ref<Hold> | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'Of a dispute: what of it is not held, because it had been spent, had expired or is kept for orders. Null until its credit is known.',
  })
  notHeld!: Money | null;

  @Field(() => DisputeOutcome, { nullable: true, description: 'Of a dispute: how it stands.' })
  dispute!: DisputeOutcome | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'Of a refund or dispute that took money from us: what was taken from its credit. Null while nothing was.',
  })
  taken!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'Of a refund or dispute that took money from us: what of it had been spent and is owed by the customer since. Null while nothing was taken.',
  })
  receivable!: Money | null;

  @Field(() => RefundStatus, {
    nullable: true,
    description: 'How far the refund that somebody asked for has come; null while nobody did.',
  })
  refundStatus!: RefundStatus | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided; null while it is open.' })
  endedAt!: number | null;

  @Field(() => TransactionActor, {
    nullable: true,
    description: 'Who decided it; `payments` when the provider told something that settles it.',
  })
  endedBy!: TransactionActor | null;

  @Weighs({ own: QUERY })
  @Field(() => Act, {
    nullable: true,
    description:
      'The act by which it ended, by a person or because the provider settled it; null while it is open.',
  })
  outcome?: Ref<Act> | null;

  @Field(() => String, { nullable: true, description: 'Why it ended as it did, where somebody said so.' })
  reason!: string | null;
}
