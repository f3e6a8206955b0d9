import { Arg, Mutation, Resolver } from 'type-graphql';
import { DeductCreditsInput, DeductCreditsPayload } from '../../schema/transaction/deduct-credits.io.ts';

@Resolver()
export class DeductCreditsResolver {
  @Mutation(() => DeductCreditsPayload, {
    description:
      'Spends credits on an order, soonest expiry first. For the customer, staff and admins. Writes a DEBIT to the journal.',
  })
  deductCredits(
    @Arg('input', () => DeductCreditsInput, { description: 'How much, on what.' }) input: DeductCreditsInput,
  ): DeductCreditsPayload {
    throw new Error(`pending ${input.idempotencyKey}`);
  }
}
