import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import { DateTime } from '../scalars/date-time.ts';
import { ShortText } from '../text-bounds.ts';
import { TierLevel } from '../tier/tier-level.enum.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { CampaignCodes } from './campaign-codes.enum.ts';
import { CampaignStep } from './campaign-step.enum.ts';
import { Campaign } from './campaign.type.ts';

@InputType({ description: 'What a campaign gives, to whom, how often and for how long.' })
export class CreateCampaignInput {
  @ShortText()
  @Field(() => String, {
    description: 'Its name, at most 200 characters. It becomes the reason on the credits.',
  })
  name!: string;

  @Field(() => MoneyInput, { description: 'What one use adds to a wallet.' })
  value!: MoneyInput;

  @Field(() => CampaignCodes, { description: 'What its codes are. Cannot be changed later.' })
  codes!: CampaignCodes;

  @ShortText()
  @Field(() => String, {
    nullable: true,
    description:
      'The code for all: 4 to 12 letters and digits; capitals, dashes, O and 0, I, L and 1 make no difference. Only where `codes` is SHARED. Cannot be changed later.',
  })
  sharedCode?: string | null;

  @Field(() => DateTime, { description: 'From when its codes can be used.' })
  startsAt!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The moment from which they can no longer be used; left out, it does not end by itself.',
  })
  endsAt?: number | null;

  @ValidateNested()
  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What all uses together may come to. It or `maxUses` must be given.',
  })
  budget?: MoneyInput | null;

  @Field(() => Int, { nullable: true, description: 'How often its codes can be used in all.' })
  maxUses?: number | null;

  @Field(() => Int, { defaultValue: 1, description: 'How often one customer can use them, 1 to 20.' })
  usesPerCustomer!: number;

  @ValidateNested()
  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What one order since `startsAt` must have come to; left out, no order is needed.',
  })
  minPurchaseAmount?: MoneyInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it is only for customers who have not ordered yet.',
  })
  newCustomersOnly!: boolean;

  @ArrayMaxSize(4, { message: 'must name at most 4 tiers' })
  @Field(() => [TierLevel], {
    defaultValue: [],
    description: 'Only customers of one of these tiers can use it; left out, everybody.',
  })
  tiers!: TierLevel[];

  @Field(() => Int, {
    nullable: true,
    description: 'For how many days the credits live, to the end of the last; left out, as the tier says.',
  })
  creditLifetimeDays?: number | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@InputType({
  description: 'What to change of a campaign, for uses from now on; what is left out stays.',
})
export class UpdateCampaignInput {
  @Field(() => ID, { description: 'The `id` of the campaign.' })
  campaignId!: string;

  @Field(() => Int, {
    description: 'The `version` that was looked at: where others have changed it since, nothing is done.',
  })
  version!: number;

  @ShortText()
  @Field(() => String, { nullable: true, description: 'Another name, at most 200 characters.' })
  name?: string | null;

  @ValidateNested()
  @Field(() => MoneyInput, { nullable: true, description: 'Another value of one use.' })
  value?: MoneyInput | null;

  @Field(() => DateTime, { nullable: true, description: 'Another beginning.' })
  startsAt?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Another end; null lets it go on.' })
  endsAt?: number | null;

  @ValidateNested()
  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Another budget, never less than was spent; null takes it away.',
  })
  budget?: MoneyInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often in all, never less than it was used; null takes the limit away.',
  })
  maxUses?: number | null;

  @Field(() => Int, { nullable: true, description: 'How often one customer can use its codes, 1 to 20.' })
  usesPerCustomer?: number | null;

  @ValidateNested()
  @Field(() => MoneyInput, { nullable: true, description: 'Another minimum purchase; null asks for none.' })
  minPurchaseAmount?: MoneyInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether only for who has not ordered yet.' })
  newCustomersOnly?: boolean | null;

  @ArrayMaxSize(4, { message: 'must name at most 4 tiers' })
  @Field(() => [TierLevel], { nullable: true, description: 'Other tiers; an empty list means everybody.' })
  tiers?: TierLevel[] | null;

  @Field(() => Int, { nullable: true, description: 'Another lifetime; null leaves it to the tier.' })
  creditLifetimeDays?: number | null;
}

@InputType({ description: 'What to do with which campaign.' })
export class SetCampaignStatusInput {
  @Field(() => ID, { description: 'The `id` of the campaign.' })
  campaignId!: string;

  @Field(() => CampaignStep, { description: 'What to do with it.' })
  step!: CampaignStep;

  @Field(() => Int, {
    nullable: true,
    description:
      'The `version` that was looked at: where its terms were changed since, nothing is done. Left out, whatever they are.',
  })
  version?: number | null;
}

@ObjectType({ simpleResolvers: true })
export abstract class CampaignPayload {
  @Field(() => Campaign, { nullable: true, description: 'The campaign as it is now; null when refused.' })
  campaign!: Campaign | null;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `createCampaign`.' })
export class CreateCampaignPayload extends CampaignPayload {
  @Field(() => Boolean, {
    description: 'Whether this idempotency key had acted before and this is what it made, as it is now.',
  })
  replayed!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `updateCampaign`.' })
export class UpdateCampaignPayload extends CampaignPayload {}

@ObjectType({ simpleResolvers: true, description: 'The answer to `setCampaignStatus`.' })
export class SetCampaignStatusPayload extends CampaignPayload {}
