import { Field, Int, ObjectType } from 'type-graphql';
import { Job } from '../job/job.type.ts';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { TierLevel } from '../tier/tier-level.enum.ts';
import { TransactionActor } from '../transaction/transaction-actor.type.ts';
import { QUERY, Weighs } from '../weight.ts';
import { CampaignCodes } from './campaign-codes.enum.ts';
import { CampaignStatus } from './campaign-status.enum.ts';
import { VoucherUseConnection } from './voucher-use.type.ts';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Credits for whoever has one of its codes, within a budget.',
})
export class Campaign extends Node {
  @Field(() => String, { description: 'Its name, which is the reason on the credits.' })
  name!: string;

  @Field(() => CampaignStatus, { description: 'How it stands with it now.' })
  status!: CampaignStatus;

  @Field(() => Int, {
    description: 'Counts the terms that there have been. Each use counted by the terms of its moment.',
  })
  version!: number;

  @Field(() => Money, { description: 'What one use adds to a wallet.' })
  value!: Money;

  @Field(() => CampaignCodes, { description: 'What its codes are.' })
  codes!: CampaignCodes;

  @Field(() => String, {
    nullable: true,
    description: 'The code for all, as the shop writes it; null where each code is another.',
  })
  sharedCode!: string | null;

  @Field(() => Int, { description: 'How many codes of its own it has.' })
  codeCount!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Where an admin fetches its codes as CSV, with those that were used; null where there are none.',
  })
  codesUrl!: string | null;

  @Field(() => DateTime, { description: 'From when its codes can be used.' })
  startsAt!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The moment from which they can no longer be used; null means it does not end by itself.',
  })
  endsAt!: number | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What all uses together may come to; null means that only `maxUses` bounds it.',
  })
  budget!: Money | null;

  @Field(() => Money, { description: 'What all uses came to.' })
  spent!: Money;

  @Field(() => Money, {
    nullable: true,
    description:
      'What it may come to from now on: the rest of its budget or of its uses, whichever is less. Null means that nothing bounds it.',
  })
  remaining!: Money | null;

  @Field(() => Int, { description: 'How often its codes were used.' })
  uses!: number;

  @Field(() => Int, { description: 'By how many different customers.' })
  customers!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How often they can be used in all; null means that only the budget bounds it.',
  })
  maxUses!: number | null;

  @Field(() => Int, { description: 'How often one customer can use its codes.' })
  usesPerCustomer!: number;

  @Field(() => Money, {
    nullable: true,
    description: 'What one order since `startsAt` must have come to; null when none is asked for.',
  })
  minPurchaseAmount!: Money | null;

  @Field(() => Boolean, { description: 'Whether it is only for customers who have not ordered yet.' })
  newCustomersOnly!: boolean;

  @Weighs({ most: 4 })
  @Field(() => [TierLevel], {
    description: 'Only customers of one of these tiers can use it; empty means everybody.',
  })
  tiers!: TierLevel[];

  @Field(() => Int, {
    nullable: true,
    description: 'For how many days the credits live; null leaves that to the tier.',
  })
  creditLifetimeDays!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether it may come to more than one admin gives out in bulk alone: then another starts it than who wrote its terms.',
  })
  needsTwo?: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the caller may start it now, as an admin and as somebody who did not write its terms.',
  })
  mayStart?: boolean;

  @Weighs({ own: QUERY })
  @Field(() => Job, {
    nullable: true,
    description: 'The job that makes codes for it now, or is paused; null when there is none.',
  })
  codesJob?: Ref<Job> | null;

  @Weighs({ own: QUERY })
  @Field(() => VoucherUseConnection, {
    description: 'Its uses, newest first unless asked otherwise.',
  })
  redemptions?: Ref<VoucherUseConnection>;

  @Field(() => TransactionActor, { description: 'Who made it.' })
  createdBy!: TransactionActor;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: number;

  @Field(() => DateTime, { description: 'When it was last changed or used.' })
  updatedAt!: number;
}
