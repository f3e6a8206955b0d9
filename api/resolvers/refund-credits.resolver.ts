import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { RefundCreditsInput, RefundCreditsPayload } from '../../schema/transaction/refund-credits.io.ts';
import { actOnTerms } from '../services/act-on-terms.ts';
import { refundingCredits } from '../services/refund-credits.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentTransactionAnswer, refusedChange } from './presenters/change.presenter.ts';
import { presentRefund } from './presenters/transaction.presenter.ts';
import { callerOf, STAFF } from './reach.ts';
import { termsOf } from './terms.ts';

@Resolver()
export class RefundCreditsResolver {
  @Authorized(STAFF)
  @Mutation(() => RefundCreditsPayload, {
    description:
      'Gives back a debit, in whole or in part, to the credits it came from. Works in every status of the wallet. Above the limit of whoever asks, nothing is done and an admin has to approve. For staff and admins. Writes a REFUND to the journal; nothing in a dry run.',
  })
  async refundCredits(
    @Arg('input', () => RefundCreditsInput, { description: 'Which debit, how much.' })
    { debitId: opaqueId, amount, reason, idempotencyKey, ...asked }: RefundCreditsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<RefundCreditsPayload> {
    const debitId = localId('Transaction', opaqueId);
    if (debitId === null) return { ...refusedChange({ code: 'DEBIT_NOT_FOUND' }), transaction: null };
    const { app } = context;
    const input = { debitId, amount: amount?.amount ?? null, reason, idempotencyKey };
    const terms = termsOf(asked);
    const answer = await actOnTerms(app, callerOf(context), refundingCredits, { input, terms });
    return presentTransactionAnswer(answer, presentRefund, app);
  }
}
