import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { SetWalletStatusInput, SetWalletStatusPayload } from '../../schema/wallet/set-wallet-status.io.ts';
import { setWalletStatus } from '../services/set-wallet-status.ts';
import type { GraphqlContext } from './context.ts';
import { presentChange } from './presenters/change.presenter.ts';
import { callerOf, STAFF } from './reach.ts';

@Resolver()
export class SetWalletStatusResolver {
  @Authorized(STAFF)
  @Mutation(() => SetWalletStatusPayload, {
    description:
      'Stops a wallet or releases it. Staff can freeze and unfreeze, admins can also suspend and lift a suspension. For staff and admins. Moves no money; the change and its reason are written to the journal.',
  })
  async setWalletStatus(
    @Arg('input', () => SetWalletStatusInput, { description: 'Which status, and why.' })
    { shownReason, ...input }: SetWalletStatusInput,
    @Ctx() context: GraphqlContext,
  ): Promise<SetWalletStatusPayload> {
    // Without one it is the same request as before there were any, and its key answers again.
    const change = { ...input, ...(shownReason && { shownReason }) };
    return presentChange(await setWalletStatus(context.app, callerOf(context), change));
  }
}
