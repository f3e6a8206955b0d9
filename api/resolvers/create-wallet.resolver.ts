import { Arg, Mutation, Resolver } from 'type-graphql';
import { CreateWalletInput, CreateWalletPayload } from '../../schema/wallet/create-wallet.io.ts';

@Resolver()
export class CreateWalletResolver {
  @Mutation(() => CreateWalletPayload, {
    description:
      'Creates the wallet of a customer, empty and active. One wallet per customer. For the customer and for admins. Writes the first entry of the journal.',
  })
  createWallet(
    @Arg('input', () => CreateWalletInput, { description: 'Whose wallet.' }) input: CreateWalletInput,
  ): CreateWalletPayload {
    throw new Error(`pending ${input.idempotencyKey}`);
  }
}
