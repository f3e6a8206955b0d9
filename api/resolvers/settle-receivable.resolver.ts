import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  SettleReceivableInput,
  SettleReceivablePayload,
  WriteOffReceivableInput,
  WriteOffReceivablePayload,
} from '../../schema/wallet/settle-receivable.io.ts';
import { actOnTerms } from '../services/act-on-terms.ts';
import { settlingReceivable, writingOffReceivable } from '../services/settle-receivable.ts';
import type { GraphqlContext } from './context.ts';
import { presentAnswer } from './presenters/change.presenter.ts';
import { ADMINS, callerOf, STAFF } from './reach.ts';
import { termsOf } from './terms.ts';

@Resolver()
export class SettleReceivableResolver {
  @Authorized(STAFF)
  @Mutation(() => SettleReceivablePayload, {
    description:
      'Notes that a customer paid in the shop what the wallet says is owed, all of it or a part. Works in every status of the wallet. Above the limit of whoever asks, nothing is done and an admin has to approve. For staff and admins. Moves no credits; the settlement and its reason are written to the journal, and nothing in a dry run.',
  })
  settleReceivable(
    @Arg('input', () => SettleReceivableInput, { description: 'Whose, how much, and how it was paid.' })
    input: SettleReceivableInput,
    @Ctx() context: GraphqlContext,
  ): Promise<SettleReceivablePayload> {
    return settled(settlingReceivable, input, context);
  }

  @Authorized(ADMINS)
  @Mutation(() => WriteOffReceivablePayload, {
    description:
      'Gives up what a customer owes, all of it or a part. Works in every status of the wallet. Above the limit of whoever asks, nothing is done and another admin has to approve. For admins. Moves no credits; the write-off and its reason are written to the journal, and nothing in a dry run.',
  })
  writeOffReceivable(
    @Arg('input', () => WriteOffReceivableInput, { description: 'Whose, how much, and why.' })
    input: WriteOffReceivableInput,
    @Ctx() context: GraphqlContext,
  ): Promise<WriteOffReceivablePayload> {
    return settled(writingOffReceivable, input, context);
  }
}

async function settled(
  act: typeof settlingReceivable,
  { amount, dryRun, expectedSeq, customerId, reason, idempotencyKey }: SettleReceivableInput,
  context: GraphqlContext,
): Promise<SettleReceivablePayload> {
  const input = { customerId, amount: amount.amount, reason, idempotencyKey };
  const request = { input, terms: termsOf({ dryRun, expectedSeq }) };
  return presentAnswer(await actOnTerms(context.app, callerOf(context), act, request), context.app);
}
