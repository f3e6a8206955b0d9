import { ArrayMaxSize, ArrayUnique, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';
import { LongText, ShortText } from '../text-bounds.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { MetadataEntryInput } from './metadata-entry.input.ts';
import { Reward } from './reward.type.ts';
import { Weighs } from '../weight.ts';

@InputType({
  description:
    'What to change of a reward; what is left out stays. Amounts and start stay for ever: they were promised.',
})
export class UpdateRewardInput {
  @Field(() => ID, { description: 'The `id` of the reward.' })
  rewardId!: string;

  @ShortText()
  @Field(() => String, {
    nullable: true,
    description:
      'The `revision` of the reward that was looked at. If somebody has changed it since, nothing is written and it is REWARD_CHANGED. Left out, what is given is written over whatever is there.',
  })
  expectedRevision?: string | null;

  @ShortText()
  @Field(() => String, { nullable: true, description: 'Another name to show, at most 200 characters.' })
  name?: string | null;

  @LongText()
  @Field(() => String, {
    nullable: true,
    description: 'Other words for customers, at most 2,000 characters.',
  })
  description?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How often it can be claimed in all, never less than it has been already; null takes the limit away.',
  })
  maxUses?: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The moment from which it can no longer be claimed; null lets it go on without end.',
  })
  validUntil?: number | null;

  @ArrayMaxSize(50, { message: 'must have at most 50 entries' })
  @ArrayUnique(({ key }: MetadataEntryInput) => key, { message: 'must have each key once' })
  @ValidateNested()
  @Field(() => [MetadataEntryInput], {
    nullable: true,
    description: 'Notes that replace all there were, at most 50, each key once.',
  })
  metadata?: MetadataEntryInput[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `updateReward`.' })
export class UpdateRewardPayload {
  @Field(() => Reward, {
    nullable: true,
    description: 'The reward as it is now; of what is refused, only of REWARD_CHANGED.',
  })
  reward!: Reward | null;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
