import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { RefundTopUpInput, RefundTopUpPayload } from '../../schema/top-up/refund-top-up.io.ts';
import { TopUpRefund } from '../../schema/top-up/top-up-refund.type.ts';
import { findTopUp } from '../services/queries/find-top-ups.ts';
import { refundTopUp } from '../services/refund-top-up.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { holdOf } from './hold-of.ts';
import { presentTransactionAnswer, refusedChange } from './presenters/change.presenter.ts';
import type { HoldView } from './presenters/hold.presenter.ts';
import { presentTopUp, type TopUpRefundView } from './presenters/top-up.presenter.ts';
import { presentHoldEntry } from './presenters/transaction.presenter.ts';
import { callerOf, STAFF } from './reach.ts';
import { termsOf } from './terms.ts';

@Resolver()
export class RefundTopUpResolver {
  @Authorized(STAFF)
  @Mutation(() => RefundTopUpPayload, {
    description:
      'Sends what is left of a top-up, or a part of it, back to where it was paid from. It is set aside at once, taken when the payment provider has given it back, and given back to the wallet when that fails. Works in every status of the wallet. Above the limit of whoever asks, nothing is done and an admin has to approve. For staff and admins. Writes a HOLD to the journal, and then a REVERSAL or a RELEASE; nothing in a dry run.',
  })
  async refundTopUp(
    @Arg('input', () => RefundTopUpInput, { description: 'Which top-up, how much.' })
    { topUpId: opaqueId, creditId: opaqueCredit, amount, reason, idempotencyKey, ...asked }: RefundTopUpInput,
    @Ctx() context: GraphqlContext,
  ): Promise<RefundTopUpPayload> {
    const topUpId = localId('TopUp', opaqueId);
    const creditId = opaqueCredit ? localId('Transaction', opaqueCredit) : null;
    const isNone = topUpId === null || (opaqueCredit && creditId === null);
    if (isNone)
      return {
        ...refusedChange({ code: 'NOT_REFUNDABLE', about: 'topUpId' }),
        transaction: null,
        topUp: null,
      };
    const { app } = context;
    const input = { topUpId, creditId, amount: amount?.amount ?? null, reason, idempotencyKey };
    const answer = await refundTopUp(app, callerOf(context), input, termsOf(asked));
    const topUp = 'refused' in answer ? null : await findTopUp(app, topUpId);
    return {
      ...presentTransactionAnswer(answer, presentHoldEntry, app),
      topUp: topUp && presentTopUp(topUp),
    };
  }
}

@Resolver(() => TopUpRefund)
export class TopUpRefundResolver {
  @FieldResolver()
  hold(@Root() { holdId }: TopUpRefundView, @Ctx() { loaders }: GraphqlContext): Promise<HoldView> {
    return holdOf(loaders, holdId);
  }
}
