import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { SetWalletStatusInput, SetWalletStatusPayload } from '../../schema/wallet/set-wallet-status.io.ts';
import { actOnTerms } from '../services/act-on-terms.ts';
import { settingWalletStatus } from '../services/set-wallet-status.ts';
import type { GraphqlContext } from './context.ts';
import { presentAnswer } from './presenters/change.presenter.ts';
import { callerOf, STAFF } from './reach.ts';
import { termsOf } from './terms.ts';

@Resolver()
export class SetWalletStatusResolver {
  @Authorized(STAFF)
  @Mutation(() => SetWalletStatusPayload, {
    description:
      'Stops a wallet or releases it. Staff can freeze and unfreeze, admins can also suspend and lift a suspension. For staff and admins. Moves no money; the change and its reason are written to the journal, and nothing in a dry run.',
  })
  async setWalletStatus(
    @Arg('input', () => SetWalletStatusInput, { description: 'Which status, and why.' })
    { shownReason, dryRun, expectedSeq, ...input }: SetWalletStatusInput,
    @Ctx() context: GraphqlContext,
  ): Promise<SetWalletStatusPayload> {
    // Without one it is the same request as before there were any, and its key answers again.
    const change = { ...input, ...(shownReason && { shownReason }) };
    const request = { input: change, terms: termsOf({ dryRun, expectedSeq }) };
    const answer = await actOnTerms(context.app, callerOf(context), settingWalletStatus, request);
    return presentAnswer(answer, context.app);
  }
}
