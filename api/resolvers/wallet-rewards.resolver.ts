import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AvailableReward } from '../../schema/reward/available-reward.type.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';
import { findClaims } from '../services/queries/find-claims.ts';
import type { GraphqlContext } from './context.ts';
import { presentClaim, type ClaimView } from './presenters/claim.presenter.ts';
import { presentOffer } from './presenters/offer.presenter.ts';
import type { WalletView } from './presenters/wallet.presenter.ts';

@Resolver(() => Wallet)
export class WalletRewardsResolver {
  @FieldResolver()
  async availableRewards(
    @Root() { state }: WalletView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<AvailableReward[]> {
    return (await loaders.offers.load(state)).map(presentOffer);
  }

  @FieldResolver()
  async claims(@Root() { state }: WalletView, @Ctx() { app }: GraphqlContext): Promise<ClaimView[]> {
    return (await findClaims(app, state.id)).map(presentClaim);
  }
}
