import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Reward } from './reward.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A reward as it stands for one customer.' })
export class AvailableReward {
  @Field(() => Reward, { description: 'The reward.' })
  reward!: Reward;

  @Field(() => Boolean, { description: 'Whether the customer can claim it now.' })
  canClaim!: boolean;

  @Field(() => UserError, {
    nullable: true,
    description:
      'What `claimReward` would answer instead of a credit, with the figures behind it; null when it can be claimed.',
  })
  notClaimable!: UserError | null;

  @Field(() => Money, {
    nullable: true,
    description:
      "The customer's largest order since the reward's start, for those that ask for a minimum; null for all others.",
  })
  largestPurchase!: Money | null;
}
