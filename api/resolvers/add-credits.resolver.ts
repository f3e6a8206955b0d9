import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddCreditsInput, AddCreditsPayload } from '../../schema/transaction/add-credits.io.ts';
import { actOnTerms } from '../services/act-on-terms.ts';
import { addingCredits } from '../services/add-credits.ts';
import type { GraphqlContext } from './context.ts';
import { presentTransactionAnswer } from './presenters/change.presenter.ts';
import { presentCredit } from './presenters/transaction.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';
import { termsOf } from './terms.ts';

@Resolver()
export class AddCreditsResolver {
  @Authorized(ADMINS)
  @Mutation(() => AddCreditsPayload, {
    description:
      'Adds credits to an active wallet by hand. For admins; customers pay for credits by a top-up. Writes a CREDIT to the journal; nothing in a dry run.',
  })
  async addCredits(
    @Arg('input', () => AddCreditsInput, { description: 'Which credits, for whom.' })
    { customerId, amount, source, reason, expiresAt, orderId, idempotencyKey, ...asked }: AddCreditsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<AddCreditsPayload> {
    const { app } = context;
    const input = {
      ...{ customerId, amount: amount.amount, source, reason },
      ...{ expiresAt: expiresAt ?? null, orderId: orderId ?? null, idempotencyKey },
    };
    const answer = await actOnTerms(app, callerOf(context), addingCredits, { input, terms: termsOf(asked) });
    return presentTransactionAnswer(answer, presentCredit, app.policy);
  }
}
