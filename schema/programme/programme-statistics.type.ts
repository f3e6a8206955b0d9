import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { MonthlyMovement } from '../statistics/monthly-movement.type.ts';
import { FigureDefinition } from './figure-definition.type.ts';
import { GiftCardFigures } from '../gift-card/gift-card-figures.type.ts';
import { LiabilityBucket } from './liability-bucket.type.ts';
import { Metric } from './metric.type.ts';
import { MonthlyAmount } from './monthly-amount.type.ts';
import { ProgrammePeriod } from './programme-period.type.ts';
import { SpendingCohorts } from './spending-cohorts.type.ts';
import { TierShare } from './tier-share.type.ts';
import { QUERY, Weighs } from '../weight.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'The wallets of the shop in figures, each exact and all of the same moment. What is due counts as expired. What goes by month covers the period; everything else is as of now.',
})
export class ProgrammeStatistics {
  @Field(() => DateTime, {
    description: "When the period begins: the first moment of a month in the shop's time zone.",
  })
  from!: number;

  @Field(() => DateTime, {
    description: 'When the period ends: the first moment after its last month, which may be under way.',
  })
  to!: number;

  @Field(() => DateTime, { description: 'The moment that all figures are of.' })
  asOf!: number;

  @Field(() => Int, { description: 'How many wallets there are, in any status.' })
  walletCount!: number;

  @Field(() => Int, {
    description:
      'How many of them have at least one journal entry today or in the 90 days before: opening, credit, debit, refund, expiry or any other. Days are those of the shop.',
  })
  activeWalletCount!: number;

  @Field(() => Int, {
    description: 'How many customers the shop has told us about, with or without a wallet.',
  })
  customerCount!: number;

  @Field(() => Metric, {
    description:
      'Active wallets (at least one entry today or in the 90 days before) ÷ customers. Target: 30 % of customers within three months.',
  })
  adoption!: Metric;

  @Field(() => Money, { description: 'What all wallets hold together: what the shop owes in goods.' })
  totalBalance!: Money;

  @Field(() => Money, {
    description:
      'The balances of all active wallets ÷ active wallets, rounded half up to a paisa; 0 when there are none. Target: ₹500 or more per active wallet.',
  })
  averageBalance!: Money;

  @Field(() => Money, {
    description:
      'The balance in the middle: half of the active wallets hold as much or less. Of an even number, the mean of the two in the middle, without a fraction of a paisa.',
  })
  medianBalance!: Money;

  @Field(() => Money, { description: 'What the average balance should reach: ₹500.' })
  averageBalanceTarget!: Money;

  @Weighs({ most: 120 })
  @Field(() => [MonthlyAmount], {
    description:
      'Credits that customers paid for, by the month in which they were booked; every month of the period, oldest first. What was taken back of mistaken ones stands as reversed in the movement. Target: ₹20,000 to ₹30,000 a month.',
  })
  prepaidRevenue!: MonthlyAmount[];

  @Field(() => Money, { description: 'The least that prepaid revenue should come to in a month: ₹20,000.' })
  prepaidRevenueTargetMin!: Money;

  @Field(() => Money, { description: 'Up to where the target for prepaid revenue goes: ₹30,000 a month.' })
  prepaidRevenueTargetMax!: Money;

  @Weighs({ most: 4 })
  @Field(() => [TierShare], {
    description:
      'The wallets that hold each tier now ÷ all wallets, lowest tier first. Target: SILVER for 40 % of wallets.',
  })
  tierDistribution!: TierShare[];

  @Field(() => Metric, {
    description:
      'Wallets whose code has brought at least one new customer, so that both bonuses were paid ÷ all wallets. Target: 20 % of wallets.',
  })
  referralUsage!: Metric;

  @Field(() => Metric, {
    description:
      'Wallets that have claimed at least one reward ÷ wallets that may claim, which are those in status ACTIVE. The shop has set no target.',
  })
  rewardClaimRate!: Metric;

  @Weighs({ most: 240 })
  @Field(() => [LiabilityBucket], {
    description:
      'What all wallets hold together, what open holds keep included, by the month in which it expires and by who paid for it; what never expires last. The amounts add up to the total balance.',
  })
  liability!: LiabilityBucket[];

  @Field(() => Money, { description: 'How much of that is set aside by open holds.' })
  held!: Money;

  @Field(() => GiftCardFigures, {
    description: 'Gift cards that hold money: owed besides what wallets hold, and in no wallet.',
  })
  giftCards!: GiftCardFigures;

  @Weighs({ most: 120 })
  @Field(() => [MonthlyMovement], {
    description:
      'What moved in all wallets together, by the month in which it was booked; every month of the period, oldest first.',
  })
  movement!: MonthlyMovement[];

  @Field(() => ProgrammePeriod, { description: 'The movement of the whole period.' })
  period!: ProgrammePeriod;

  @Field(() => ProgrammePeriod, {
    description: 'The same of as many months right before, to compare it with.',
  })
  previousPeriod!: ProgrammePeriod;

  @Weighs({ own: QUERY })
  @Field(() => SpendingCohorts, {
    nullable: true,
    description:
      'Who spent credits for the first time in which month, and who came back since: as of the last nightly audit, whatever the period. Null before the first.',
  })
  cohorts?: SpendingCohorts | null;

  @Weighs({ most: 20 })
  @Field(() => [FigureDefinition], { description: 'What each figure means, to be printed beside it.' })
  definitions!: FigureDefinition[];
}
