import { Arg, Args, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { RewardConnection } from '../../schema/reward/reward-connection.type.ts';
import { Reward } from '../../schema/reward/reward.type.ts';
import { RewardsArgs } from '../../schema/reward/rewards.args.ts';
import { LOOKED_UP, QUERY, Weighs } from '../../schema/weight.ts';
import { isOffered } from '../domain/reward.ts';
import { countRewards, findRewardPage, type RewardQuery } from '../services/queries/find-rewards.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { listPageOf, presentPage, readList } from './list-page.ts';
import { presentReward } from './presenters/reward.presenter.ts';
import { callerOf, EVERYBODY, ownCustomerId } from './reach.ts';

@Resolver()
export class RewardResolver {
  @Authorized(EVERYBODY)
  @Weighs({ own: LOOKED_UP })
  @Query(() => Reward, {
    nullable: true,
    description:
      'A reward by its id; null when there is none. Staff and admins see every one, customers those that are active and in their time: any other is answered like one that does not exist.',
  })
  async reward(
    @Arg('id', () => ID, { description: 'The `id` of the reward.' }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<Reward | null> {
    const rewardId = localId('Reward', id);
    const reward = rewardId === null ? null : await context.loaders.rewards.load(rewardId);
    if (!reward || (seesOffersOnly(context) && !isOffered(reward, context.app.now()))) return null;
    return presentReward(reward);
  }

  @Authorized(EVERYBODY)
  @Weighs({ own: 2 * QUERY })
  @Query(() => RewardConnection, {
    description:
      'The rewards of the shop, newest first unless asked otherwise. Staff and admins see all of them; customers always get those that are active and in their time now, whatever the filter says.',
  })
  async rewards(
    @Args(() => RewardsArgs) args: RewardsArgs,
    @Ctx() context: GraphqlContext,
  ): Promise<RewardConnection> {
    const { app } = context;
    const { filter } = args;
    const query: RewardQuery = seesOffersOnly(context)
      ? { status: ['ACTIVE'], validAt: app.now() }
      : {
          ...(filter?.status?.length && { status: filter.status }),
          ...(typeof filter?.validAt === 'number' && { validAt: filter.validAt }),
        };
    const list = readList('reward', args);
    const [{ listed, rewards }, totalCount] = await Promise.all([
      findRewardPage(app, query, listPageOf(list, args)),
      countRewards(app, query),
    ]);
    const found = rewards.map((reward) => reward && presentReward(reward));
    return { ...presentPage(list, listed, found), totalCount };
  }
}

function seesOffersOnly(context: GraphqlContext): boolean {
  return ownCustomerId(callerOf(context)) !== null;
}
