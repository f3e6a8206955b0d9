import { Arg, Mutation, Resolver } from 'type-graphql';
import { AddCreditsInput, AddCreditsPayload } from '../../schema/transaction/add-credits.io.ts';

@Resolver()
export class AddCreditsResolver {
  @Mutation(() => AddCreditsPayload, {
    description:
      'Adds credits to an active wallet by hand. For admins; customers pay for credits by a top-up. Writes a CREDIT to the journal.',
  })
  addCredits(
    @Arg('input', () => AddCreditsInput, { description: 'Which credits, for whom.' }) input: AddCreditsInput,
  ): AddCreditsPayload {
    throw new Error(`pending ${input.idempotencyKey}`);
  }
}
