import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { DeductCreditsInput, DeductCreditsPayload } from '../../schema/transaction/deduct-credits.io.ts';
import { actOnTerms } from '../services/act-on-terms.ts';
import { deductCredits, deductingCredits } from '../services/deduct-credits.ts';
import type { GraphqlContext } from './context.ts';
import {
  presentTransactionAnswer,
  presentTransactionChange,
  refusedChange,
} from './presenters/change.presenter.ts';
import { presentDebit } from './presenters/transaction.presenter.ts';
import { callerOf, customerToActFor, EVERYBODY, NOBODY_NAMED } from './reach.ts';
import { termsOf } from './terms.ts';

@Resolver()
export class DeductCreditsResolver {
  @Authorized(EVERYBODY)
  @Mutation(() => DeductCreditsPayload, {
    description:
      'Spends credits on an order, soonest expiry first. For the customer, staff and admins. Writes a DEBIT to the journal; nothing in a dry run.',
  })
  async deductCredits(
    @Arg('input', () => DeductCreditsInput, { description: 'How much, on what.' })
    { customerId: named, amount, orderId, reason, onlyOnce, idempotencyKey, ...asked }: DeductCreditsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<DeductCreditsPayload> {
    const caller = callerOf(context);
    const customerId = customerToActFor(caller, named);
    if (customerId === null) return { ...refusedChange(NOBODY_NAMED), transaction: null };
    const { app } = context;
    const input = {
      ...{ customerId, amount: amount.amount, orderId, reason: reason ?? null },
      ...{ onlyOnce, idempotencyKey },
    };
    const terms = termsOf(asked);
    // Nearly every debit is asked for without terms, and those are many.
    if (!terms.dryRun && terms.expectedSeq === null)
      return presentTransactionChange(await deductCredits(app, caller, input), presentDebit);
    const answer = await actOnTerms(app, caller, deductingCredits, { input, terms });
    return presentTransactionAnswer(answer, presentDebit, app);
  }
}
