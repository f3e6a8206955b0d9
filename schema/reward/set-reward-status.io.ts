import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../user-error/user-error.type.ts';
import { RewardStatus } from './reward-status.enum.ts';
import { Reward } from './reward.type.ts';
import { Weighs } from '../weight.ts';

@InputType({ description: 'Which reward to switch on or off.' })
export class SetRewardStatusInput {
  @Field(() => ID, { description: 'The `id` of the reward.' })
  rewardId!: string;

  @Field(() => RewardStatus, { description: 'Whether it shall be offered.' })
  status!: RewardStatus;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `setRewardStatus`.' })
export class SetRewardStatusPayload {
  @Field(() => Reward, { nullable: true, description: 'The reward as it is now; null when refused.' })
  reward!: Reward | null;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
