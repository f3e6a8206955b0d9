import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ListOrder } from '../../schema/connection/list-order.enum.ts';
import type { AvailableReward } from '../../schema/reward/available-reward.type.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';
import { findClaims } from '../services/queries/find-claims.ts';
import type { GraphqlContext } from './context.ts';
import { nameOf } from './once.ts';
import { presentClaim, type ClaimView } from './presenters/claim.presenter.ts';
import { presentOffer } from './presenters/offer.presenter.ts';
import type { WalletView } from './presenters/wallet.presenter.ts';

@Resolver(() => Wallet)
export class WalletRewardsResolver {
  @FieldResolver()
  async availableRewards(
    @Root() { state }: WalletView,
    @Ctx() { loaders, once }: GraphqlContext,
  ): Promise<AvailableReward[]> {
    return once.of(nameOf('offers', state), async () => (await loaders.offers.load(state)).map(presentOffer));
  }

  @FieldResolver()
  async claims(
    @Arg('orderBy', () => ListOrder, {
      nullable: true,
      description: 'Which way the list runs; left out, the newest first.',
    })
    orderBy: ListOrder | null,
    @Root() { state }: WalletView,
    @Ctx() { app, once }: GraphqlContext,
  ): Promise<ClaimView[]> {
    const order = orderBy ?? 'NEWEST_FIRST';
    return once.of(nameOf('claims', state, order), async () =>
      (await findClaims(app, state.id, order)).map(presentClaim),
    );
  }
}
