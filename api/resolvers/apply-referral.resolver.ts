import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { ApplyReferralInput, ApplyReferralPayload } from '../../schema/referral/apply-referral.io.ts';
import { applyReferral } from '../services/apply-referral.ts';
import type { GraphqlContext } from './context.ts';
import { presentTransactionChange, refusedChange } from './presenters/change.presenter.ts';
import { presentCredit } from './presenters/transaction.presenter.ts';
import { callerOf, CUSTOMERS_AND_ADMINS, customerToActFor, NOBODY_NAMED } from './reach.ts';

@Resolver()
export class ApplyReferralResolver {
  @Authorized(CUSTOMERS_AND_ADMINS)
  @Mutation(() => ApplyReferralPayload, {
    description:
      "Applies a friend's referral code to a new wallet: both get their bonus, or neither does. Once in a life. For the customer and for admins. Writes a CREDIT to the journal of each.",
  })
  async applyReferral(
    @Arg('input', () => ApplyReferralInput, { description: 'Whose code, for whom.' })
    { code, customerId: named, idempotencyKey }: ApplyReferralInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ApplyReferralPayload> {
    const caller = callerOf(context);
    const customerId = customerToActFor(caller, named);
    if (customerId === null) return { ...refusedChange(NOBODY_NAMED), transaction: null };
    const outcome = await applyReferral(context.app, caller, { code, customerId, idempotencyKey });
    return presentTransactionChange(outcome, presentCredit);
  }
}
