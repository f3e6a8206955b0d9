import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Wallet } from '../../schema/wallet/wallet.type.ts';
import type { GraphqlContext } from './context.ts';
import { presentReferral, type ReferralView } from './presenters/referral.presenter.ts';
import type { WalletView } from './presenters/wallet.presenter.ts';

@Resolver(() => Wallet)
export class WalletReferralResolver {
  @FieldResolver()
  referral(@Root() { state }: WalletView, @Ctx() { app }: GraphqlContext): ReferralView {
    return presentReferral(state, app.policy, app.now());
  }
}
