import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { WalletPolicy } from '../../schema/wallet-policy/wallet-policy.type.ts';
import type { GraphqlContext } from './context.ts';
import { presentPolicy } from './presenters/wallet-policy.presenter.ts';
import { EVERYBODY } from './reach.ts';

@Resolver()
export class WalletPolicyResolver {
  @Authorized(EVERYBODY)
  @Query(() => WalletPolicy, {
    description: 'The rules that hold for every wallet. For everybody who is signed in.',
  })
  walletPolicy(@Ctx() { app }: GraphqlContext): WalletPolicy {
    return presentPolicy(app.policy, app.payments.provider !== null);
  }
}
