import { Query, Resolver } from 'type-graphql';
import { WalletPolicy } from '../../schema/wallet-policy/wallet-policy.type.ts';

@Resolver()
export class WalletPolicyResolver {
  @Query(() => WalletPolicy, {
    description: 'The rules that hold for every wallet. For everybody who is signed in.',
  })
  walletPolicy(): WalletPolicy {
    throw new Error('pending');
  }
}
