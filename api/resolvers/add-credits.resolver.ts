import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddCreditsInput, AddCreditsPayload } from '../../schema/transaction/add-credits.io.ts';
import { addCredits } from '../services/add-credits.ts';
import type { GraphqlContext } from './context.ts';
import { presentTransactionChange } from './presenters/change.presenter.ts';
import { presentCredit } from './presenters/transaction.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';

@Resolver()
export class AddCreditsResolver {
  @Authorized(ADMINS)
  @Mutation(() => AddCreditsPayload, {
    description:
      'Adds credits to an active wallet by hand. For admins; customers pay for credits by a top-up. Writes a CREDIT to the journal.',
  })
  async addCredits(
    @Arg('input', () => AddCreditsInput, { description: 'Which credits, for whom.' })
    { customerId, amount, source, reason, expiresAt, orderId, idempotencyKey }: AddCreditsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<AddCreditsPayload> {
    const outcome = await addCredits(context.app, callerOf(context), {
      customerId,
      amount: amount.amount,
      source,
      reason,
      expiresAt: expiresAt ?? null,
      orderId: orderId ?? null,
      idempotencyKey,
    });
    return presentTransactionChange(outcome, presentCredit);
  }
}
