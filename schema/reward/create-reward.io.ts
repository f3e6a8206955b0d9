import { ArrayMaxSize, ArrayUnique, ValidateNested } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import { DateTime } from '../scalars/date-time.ts';
import { LongText, ShortText } from '../text-bounds.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { MetadataEntryInput } from './metadata-entry.input.ts';
import { RewardStatus } from './reward-status.enum.ts';
import { Reward } from './reward.type.ts';
import { Weighs } from '../weight.ts';

@InputType({ description: 'What to offer, to how many and for how long.' })
export class CreateRewardInput {
  @ShortText()
  @Field(() => String, {
    description: 'The name to show, at most 200 characters. It becomes the reason on the credit.',
  })
  name!: string;

  @LongText()
  @Field(() => String, {
    description: 'What it is for, in words for customers, at most 2,000 characters.',
  })
  description!: string;

  @Field(() => MoneyInput, { description: 'What a claim adds to the wallet. Cannot be changed later.' })
  creditAmount!: MoneyInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'What one order since `validFrom` must have come to; left out, no order is needed. Cannot be changed later.',
  })
  minPurchaseAmount?: MoneyInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often it can be claimed by all customers together; left out, without limit.',
  })
  maxUses?: number | null;

  @Field(() => RewardStatus, { defaultValue: 'ACTIVE', description: 'Whether it is offered at once.' })
  status!: RewardStatus;

  @Field(() => DateTime, { description: 'From when it can be claimed. Cannot be changed later.' })
  validFrom!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The moment from which it can no longer be claimed; left out, it does not end.',
  })
  validUntil?: number | null;

  @ArrayMaxSize(50, { message: 'must have at most 50 entries' })
  @ArrayUnique(({ key }: MetadataEntryInput) => key, { message: 'must have each key once' })
  @ValidateNested()
  @Field(() => [MetadataEntryInput], {
    nullable: true,
    description: 'Notes for apps and reports, at most 50, each key once.',
  })
  metadata?: MetadataEntryInput[] | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `createReward`.' })
export class CreateRewardPayload {
  @Field(() => Reward, { nullable: true, description: 'The reward that was made; null when refused.' })
  reward!: Reward | null;

  @Field(() => Boolean, {
    description: 'Whether this idempotency key had acted before and this is what it made, as it is now.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
