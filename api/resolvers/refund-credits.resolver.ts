import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { RefundCreditsInput, RefundCreditsPayload } from '../../schema/transaction/refund-credits.io.ts';
import { refundCredits } from '../services/refund-credits.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentTransactionChange, refusedChange } from './presenters/change.presenter.ts';
import { presentRefund } from './presenters/transaction.presenter.ts';
import { callerOf, STAFF } from './reach.ts';

@Resolver()
export class RefundCreditsResolver {
  @Authorized(STAFF)
  @Mutation(() => RefundCreditsPayload, {
    description:
      'Gives back a debit, in whole or in part, to the credits it came from. Works in every status of the wallet. For staff and admins. Writes a REFUND to the journal.',
  })
  async refundCredits(
    @Arg('input', () => RefundCreditsInput, { description: 'Which debit, how much.' })
    { debitId: opaqueId, amount, reason, idempotencyKey }: RefundCreditsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<RefundCreditsPayload> {
    const debitId = localId('Transaction', opaqueId);
    if (debitId === null) return { ...refusedChange({ code: 'DEBIT_NOT_FOUND' }), transaction: null };
    const outcome = await refundCredits(context.app, callerOf(context), {
      debitId,
      amount: amount?.amount ?? null,
      reason,
      idempotencyKey,
    });
    return presentTransactionChange(outcome, presentRefund);
  }
}
