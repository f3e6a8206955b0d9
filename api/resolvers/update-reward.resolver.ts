import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { SetRewardStatusInput, SetRewardStatusPayload } from '../../schema/reward/set-reward-status.io.ts';
import { UpdateRewardInput, UpdateRewardPayload } from '../../schema/reward/update-reward.io.ts';
import { updateReward, type RewardChanges } from '../services/update-reward.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentReward } from './presenters/reward.presenter.ts';
import { presentRefusal } from './presenters/user-error.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';

@Resolver()
export class UpdateRewardResolver {
  @Authorized(ADMINS)
  @Mutation(() => UpdateRewardPayload, {
    description:
      'Changes the words, the limit, the end or the notes of a reward. For admins. Claims that were made stay as they are; writes nothing to any journal.',
  })
  updateReward(
    @Arg('input', () => UpdateRewardInput, { description: 'Which reward, and what of it.' })
    {
      rewardId,
      expectedRevision = null,
      name,
      description,
      maxUses,
      validUntil,
      metadata,
    }: UpdateRewardInput,
    @Ctx() context: GraphqlContext,
  ): Promise<UpdateRewardPayload> {
    const changes = {
      ...(typeof name === 'string' && { name }),
      ...(typeof description === 'string' && { description }),
      ...(maxUses !== undefined && { maxUses }),
      ...(validUntil !== undefined && { validUntil }),
      ...(metadata && { metadata: metadata.map(({ key, value }) => ({ key, value })) }),
    };
    return change(context, rewardId, changes, expectedRevision);
  }

  @Authorized(ADMINS)
  @Mutation(() => SetRewardStatusPayload, {
    description:
      'Switches a reward on or off. For admins. Claims that were made stay as they are; writes nothing to any journal.',
  })
  setRewardStatus(
    @Arg('input', () => SetRewardStatusInput, { description: 'Which reward, and which status.' })
    { rewardId, status }: SetRewardStatusInput,
    @Ctx() context: GraphqlContext,
  ): Promise<SetRewardStatusPayload> {
    return change(context, rewardId, { status });
  }
}

async function change(
  context: GraphqlContext,
  opaqueId: string,
  changes: RewardChanges,
  expectedRevision: string | null = null,
): Promise<UpdateRewardPayload> {
  const rewardId = localId('Reward', opaqueId);
  const changed =
    rewardId === null
      ? ({ refused: { code: 'REWARD_NOT_FOUND' } } as const)
      : await updateReward(context.app, callerOf(context), rewardId, changes, expectedRevision);
  const reward = 'reward' in changed ? presentReward(changed.reward) : null;
  return { reward, userErrors: 'refused' in changed ? [presentRefusal(changed.refused)] : [] };
}
