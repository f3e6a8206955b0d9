import { GraphQLError } from 'graphql';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { StartTopUpInput, StartTopUpPayload } from '../../schema/top-up/start-top-up.io.ts';
import { startTopUp } from '../services/start-top-up.ts';
import type { GraphqlContext } from './context.ts';
import { presentTopUp } from './presenters/top-up.presenter.ts';
import { presentRefusal } from './presenters/user-error.presenter.ts';
import { callerOf, CUSTOMERS, ownCustomerId } from './reach.ts';

@Resolver()
export class StartTopUpResolver {
  @Authorized(CUSTOMERS)
  @Mutation(() => StartTopUpPayload, {
    description:
      "Begins a payment into the caller's own wallet and answers how to pay it. For customers. Adds no credits: a CREDIT is written to the journal when the payment provider has collected the payment.",
  })
  async startTopUp(
    @Arg('input', () => StartTopUpInput, { description: 'How much, and how it is paid.' })
    { amount, method, note, idempotencyKey }: StartTopUpInput,
    @Ctx() context: GraphqlContext,
  ): Promise<StartTopUpPayload> {
    const customerId = ownCustomerId(callerOf(context));
    if (customerId === null) {
      throw new GraphQLError('Only customers have a wallet to top up.', {
        extensions: { code: 'FORBIDDEN' },
      });
    }
    const input = { customerId, amount: amount.amount, method, note: note || null, idempotencyKey };
    const outcome = await startTopUp(context.app, input, context.requestId);
    if ('refused' in outcome) {
      return { topUp: null, replayed: false, userErrors: [presentRefusal(outcome.refused)] };
    }
    return { topUp: presentTopUp(outcome.topUp), replayed: outcome.replayed, userErrors: [] };
  }
}
