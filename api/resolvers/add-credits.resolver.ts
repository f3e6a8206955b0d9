import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddCreditsInput, AddCreditsPayload } from '../../schema/transaction/add-credits.io.ts';
import { actOnTerms } from '../services/act-on-terms.ts';
import { addingCredits } from '../services/add-credits.ts';
import type { GraphqlContext } from './context.ts';
import { presentTransactionAnswer } from './presenters/change.presenter.ts';
import { presentCredit } from './presenters/transaction.presenter.ts';
import { callerOf, STAFF } from './reach.ts';
import { termsOf } from './terms.ts';

@Resolver()
export class AddCreditsResolver {
  @Authorized(STAFF)
  @Mutation(() => AddCreditsPayload, {
    description:
      'Adds credits to an active wallet by hand; customers pay for credits by a top-up. Above the limit of whoever asks, nothing is done and another admin has to approve: of staff that is everything, unless they were given a limit. For staff and admins. Writes a CREDIT to the journal; nothing in a dry run.',
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
    return presentTransactionAnswer(answer, presentCredit, app);
  }
}
