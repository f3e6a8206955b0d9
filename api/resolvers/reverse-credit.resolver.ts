import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { ReverseCreditInput, ReverseCreditPayload } from '../../schema/transaction/reverse-credit.io.ts';
import { actOnTerms } from '../services/act-on-terms.ts';
import { reversingCredit } from '../services/reverse-credit.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentTransactionAnswer, refusedChange } from './presenters/change.presenter.ts';
import { presentReversal } from './presenters/transaction.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';
import { termsOf } from './terms.ts';

@Resolver()
export class ReverseCreditResolver {
  @Authorized(ADMINS)
  @Mutation(() => ReverseCreditPayload, {
    description:
      'Takes back what is left of a mistaken credit, and says what could not be taken back. Works in every status of the wallet. For admins. Writes a REVERSAL to the journal; nothing in a dry run.',
  })
  async reverseCredit(
    @Arg('input', () => ReverseCreditInput, { description: 'Which credit, and why.' })
    { creditId: opaqueId, reason, idempotencyKey, ...asked }: ReverseCreditInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ReverseCreditPayload> {
    const creditId = localId('Transaction', opaqueId);
    if (creditId === null) return { ...refusedChange({ code: 'CREDIT_NOT_FOUND' }), transaction: null };
    const { app } = context;
    const request = { input: { creditId, reason, idempotencyKey }, terms: termsOf(asked) };
    const answer = await actOnTerms(app, callerOf(context), reversingCredit, request);
    return presentTransactionAnswer(answer, presentReversal, app);
  }
}
