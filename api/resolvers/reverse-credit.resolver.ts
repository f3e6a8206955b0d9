import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { ReverseCreditInput, ReverseCreditPayload } from '../../schema/transaction/reverse-credit.io.ts';
import { reverseCredit } from '../services/reverse-credit.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentTransactionChange, refusedChange } from './presenters/change.presenter.ts';
import { presentReversal } from './presenters/transaction.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';

@Resolver()
export class ReverseCreditResolver {
  @Authorized(ADMINS)
  @Mutation(() => ReverseCreditPayload, {
    description:
      'Takes back what is left of a mistaken credit, and says what could not be taken back. Works in every status of the wallet. For admins. Writes a REVERSAL to the journal.',
  })
  async reverseCredit(
    @Arg('input', () => ReverseCreditInput, { description: 'Which credit, and why.' })
    { creditId: opaqueId, reason, idempotencyKey }: ReverseCreditInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ReverseCreditPayload> {
    const creditId = localId('Transaction', opaqueId);
    if (creditId === null) return { ...refusedChange({ code: 'CREDIT_NOT_FOUND' }), transaction: null };
    const reversal = { creditId, reason, idempotencyKey };
    const outcome = await reverseCredit(context.app, callerOf(context), reversal);
    return presentTransactionChange(outcome, presentReversal);
  }
}
