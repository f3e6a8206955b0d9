import { Arg, Mutation, Resolver } from 'type-graphql';
import { SetWalletStatusInput, SetWalletStatusPayload } from '../../schema/wallet/set-wallet-status.io.ts';

@Resolver()
export class SetWalletStatusResolver {
  @Mutation(() => SetWalletStatusPayload, {
    description:
      'Stops a wallet or releases it. Staff can freeze and unfreeze, admins can also suspend and lift a suspension. Moves no money; the change and its reason are written to the journal.',
  })
  setWalletStatus(
    @Arg('input', () => SetWalletStatusInput, { description: 'Which status, and why.' })
    input: SetWalletStatusInput,
  ): SetWalletStatusPayload {
    throw new Error(`pending ${input.idempotencyKey}`);
  }
}
