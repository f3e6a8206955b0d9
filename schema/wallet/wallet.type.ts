import { Field, Int, ObjectType } from 'type-graphql';
import { Checkout } from '../checkout/checkout.type.ts';
import { Customer } from '../customer/customer.type.ts';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { HoldConnection } from '../hold/hold-connection.type.ts';
import { ReferralStanding } from '../referral/referral-standing.type.ts';
import { AvailableReward } from '../reward/available-reward.type.ts';
import { RewardClaim } from '../reward/reward-claim.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { Statement } from '../statement/statement.type.ts';
import { TransactionSummary } from '../statistics/transaction-summary.type.ts';
import { WalletStatistics } from '../statistics/wallet-statistics.type.ts';
import { TierStanding } from '../tier/tier-standing.type.ts';
import { TransactionConnection } from '../transaction/transaction-connection.type.ts';
import { BalancePoint } from './balance-point.type.ts';
import { CreditLot } from './credit-lot.type.ts';
import { ExpiringCredits } from './expiring-credits.type.ts';
import { ShownReason } from './shown-reason.enum.ts';
import { SpendPreview } from './spend-preview.type.ts';
import { WalletStatus } from './wallet-status.enum.ts';
import { LOOKED_UP, QUERY, Weighs } from '../weight.ts';

/** Fields that are optional here have a resolver of their own: they cost a query or take arguments. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "A customer's prepaid credits. Everything here is as of now: what has expired no longer counts.",
})
export class Wallet extends Node {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Customer, { description: 'Whose wallet it is.' })
  customer?: Ref<Customer>;

  @Field(() => WalletStatus, { description: 'Whether it can be used.' })
  status!: WalletStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the status was last changed, in the words of staff to staff; null when it never was, and always null for customers: they are told `shownReason`.',
  })
  statusReason?: string | null;

  @Field(() => DateTime, {
    description: 'Since when it has this status: since it was created, if that never changed.',
  })
  statusSince!: number;

  @Weighs({ own: QUERY })
  @Field(() => ShownReason, {
    nullable: true,
    description:
      'What the customer is told of why the wallet is stopped; null when it is in use, and when staff chose none.',
  })
  shownReason?: Ref<ShownReason> | null;

  @Field(() => Money, { description: 'What can be spent now: the sum of all lots.' })
  balance!: Money;

  @Field(() => Money, {
    description:
      'What open holds have set aside, beside the balance: it cannot be spent on anything else, and is not spent yet.',
  })
  held!: Money;

  @Field(() => Money, { description: 'The part of the balance that the customer paid for.' })
  purchasedBalance!: Money;

  @Field(() => Money, { description: 'The part of the balance that the shop gave.' })
  grantedBalance!: Money;

  @Field(() => Money, {
    description:
      'What the customer owes the shop: credits that were spent and whose payment was refunded or lost in a dispute afterwards. Never part of the balance, and later credits do not pay it by themselves.',
  })
  receivable!: Money;

  @Field(() => Money, { description: 'All credits ever added, bought or given; refunds not counted.' })
  totalEarned!: Money;

  @Field(() => Money, { description: 'All that was ever spent, before refunds.' })
  totalSpent!: Money;

  @Field(() => Money, { description: 'All that was ever refunded.' })
  totalRefunded!: Money;

  @Field(() => Money, { description: 'All that was ever lost to expiry.' })
  totalExpired!: Money;

  @Field(() => Int, { description: 'How many transactions the wallet has.' })
  transactionCount!: number;

  @Field(() => TierStanding, { description: 'The loyalty tier held now and the way to the next.' })
  tier?: TierStanding;

  @Weighs({ most: 1_000 })
  @Field(() => [CreditLot], {
    description: 'The credits that make up the balance, in the order in which they will be used.',
  })
  lots?: Ref<CreditLot[]>;

  @Weighs({ own: 20 })
  @Field(() => ExpiringCredits, { description: 'What expires soon unless it is spent.' })
  expiringCredits?: Ref<ExpiringCredits>;

  @Weighs({ own: 3 * QUERY })
  @Field(() => TransactionConnection, { description: 'The history of the wallet, newest first.' })
  transactions?: Ref<TransactionConnection>;

  @Weighs({ own: 2 * QUERY, most: 20 })
  @Field(() => [Checkout], {
    description:
      'The latest 20 checkouts by which its customer paid an order or began to, newest first, each with what was given back of it.',
  })
  checkouts?: Ref<Checkout[]>;

  @Weighs({ own: 4 * QUERY })
  @Field(() => HoldConnection, { description: 'The holds of the wallet, newest first.' })
  holds?: Ref<HoldConnection>;

  @Weighs({ own: 6 * QUERY })
  @Field(() => TransactionSummary, {
    description: 'What happened in a period, by kind and by source. As fast for ten years as for a day.',
  })
  transactionSummary?: TransactionSummary;

  @Weighs({ own: 6 * QUERY })
  @Field(() => Statement, {
    description: 'What the journal says of some days. As fast for ten years as for a day.',
  })
  statement?: Ref<Statement>;

  @Weighs({ own: 3 * QUERY })
  @Field(() => TransactionConnection, {
    description: 'What was lost to expiry, newest first. Kept for as long as the wallet.',
  })
  expiryHistory?: Ref<TransactionConnection>;

  @Weighs({ own: 20 * QUERY, most: 100 })
  @Field(() => [AvailableReward], {
    description:
      'The rewards that are offered now, newest first, at most 100, each with whether this customer can claim it and, if not, why.',
  })
  availableRewards?: AvailableReward[];

  @Weighs({ own: QUERY, most: 100 })
  @Field(() => [RewardClaim], {
    description: 'The rewards claimed, newest claim first unless asked otherwise, at most 100.',
  })
  claims?: Ref<RewardClaim[]>;

  @Field(() => ReferralStanding, { description: 'The referral code and what it has brought.' })
  referral?: ReferralStanding;

  @Weighs({ own: 20 })
  @Field(() => WalletStatistics, { description: 'The wallet in figures.' })
  statistics?: WalletStatistics;

  @Weighs({ own: 10 * QUERY, by: 'days', most: 366 })
  @Field(() => [BalancePoint], {
    description:
      'The balance day by day, oldest day first and today last, as the transactions were booked. Begins on the day the wallet was created if that is later.',
  })
  balanceHistory?: BalancePoint[];

  @Weighs({ own: QUERY })
  @Field(() => SpendPreview, {
    description: 'What spending an amount would do now, without doing it. Writes nothing.',
  })
  spendPreview?: Ref<SpendPreview>;

  @Field(() => DateTime, { description: 'When the wallet was created.' })
  createdAt!: number;

  @Field(() => DateTime, { description: 'When anything about the wallet last changed.' })
  updatedAt!: number;

  @Field(() => DateTime, { nullable: true, description: 'When money last moved; null when it never did.' })
  lastTransactionAt!: number | null;
}
