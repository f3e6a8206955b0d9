import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RewardClaim } from '../../schema/reward/reward-claim.type.ts';
import type { Reward } from '../../schema/reward/reward.type.ts';
import type { GraphqlContext } from './context.ts';
import type { ClaimView } from './presenters/claim.presenter.ts';
import { presentReward } from './presenters/reward.presenter.ts';
import { presentCredit, type CreditView } from './presenters/transaction.presenter.ts';

@Resolver(() => RewardClaim)
export class RewardClaimResolver {
  @FieldResolver()
  async reward(@Root() { known }: ClaimView, @Ctx() { loaders }: GraphqlContext): Promise<Reward> {
    const reward = await loaders.rewards.load(known.rewardId);
    if (!reward) throw new Error(`Claim ${known.id} names a reward that does not exist.`);
    return presentReward(reward);
  }

  @FieldResolver()
  async transaction(@Root() { known }: ClaimView, @Ctx() { loaders }: GraphqlContext): Promise<CreditView> {
    const credit = await loaders.entries.load(known.entryId);
    if (credit?.kind !== 'CREDIT') throw new Error(`Claim ${known.id} names a credit that does not exist.`);
    return presentCredit(credit);
  }
}
