import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { DeductCreditsInput, DeductCreditsPayload } from '../../schema/transaction/deduct-credits.io.ts';
import { deductCredits } from '../services/deduct-credits.ts';
import type { GraphqlContext } from './context.ts';
import { presentTransactionChange, refusedChange } from './presenters/change.presenter.ts';
import { presentDebit } from './presenters/transaction.presenter.ts';
import { callerOf, customerToActFor, EVERYBODY, NOBODY_NAMED } from './reach.ts';

@Resolver()
export class DeductCreditsResolver {
  @Authorized(EVERYBODY)
  @Mutation(() => DeductCreditsPayload, {
    description:
      'Spends credits on an order, soonest expiry first. For the customer, staff and admins. Writes a DEBIT to the journal.',
  })
  async deductCredits(
    @Arg('input', () => DeductCreditsInput, { description: 'How much, on what.' })
    { customerId: named, amount, orderId, reason, onlyOnce, idempotencyKey }: DeductCreditsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<DeductCreditsPayload> {
    const caller = callerOf(context);
    const customerId = customerToActFor(caller, named);
    if (customerId === null) return { ...refusedChange(NOBODY_NAMED), transaction: null };
    const outcome = await deductCredits(context.app, caller, {
      customerId,
      amount: amount.amount,
      orderId,
      reason: reason ?? null,
      onlyOnce,
      idempotencyKey,
    });
    return presentTransactionChange(outcome, presentDebit);
  }
}
