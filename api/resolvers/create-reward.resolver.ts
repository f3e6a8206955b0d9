import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { CreateRewardInput, CreateRewardPayload } from '../../schema/reward/create-reward.io.ts';
import { createReward } from '../services/create-reward.ts';
import type { GraphqlContext } from './context.ts';
import { presentReward } from './presenters/reward.presenter.ts';
import { presentRefusal } from './presenters/user-error.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';

@Resolver()
export class CreateRewardResolver {
  @Authorized(ADMINS)
  @Mutation(() => CreateRewardPayload, {
    description:
      'Makes a reward that customers can claim. For admins. Touches no wallet and writes nothing to any journal.',
  })
  async createReward(
    @Arg('input', () => CreateRewardInput, { description: 'What to offer.' })
    { creditAmount, minPurchaseAmount, maxUses, validUntil, metadata, ...same }: CreateRewardInput,
    @Ctx() context: GraphqlContext,
  ): Promise<CreateRewardPayload> {
    const saved = await createReward(context.app, callerOf(context), {
      ...same,
      creditAmount: creditAmount.amount,
      minPurchaseAmount: minPurchaseAmount?.amount ?? null,
      maxUses: maxUses ?? null,
      validUntil: validUntil ?? null,
      metadata: (metadata ?? []).map(({ key, value }) => ({ key, value })),
    });
    if ('refused' in saved)
      return { reward: null, replayed: false, userErrors: [presentRefusal(saved.refused)] };
    return { reward: presentReward(saved.reward), replayed: saved.replayed, userErrors: [] };
  }
}
