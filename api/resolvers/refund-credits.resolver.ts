import { Arg, Mutation, Resolver } from 'type-graphql';
import { RefundCreditsInput, RefundCreditsPayload } from '../../schema/transaction/refund-credits.io.ts';

@Resolver()
export class RefundCreditsResolver {
  @Mutation(() => RefundCreditsPayload, {
    description:
      'Gives back a debit, in whole or in part, to the credits it came from. Works in every status of the wallet. For staff and admins. Writes a REFUND to the journal.',
  })
  refundCredits(
    @Arg('input', () => RefundCreditsInput, { description: 'Which debit, how much.' })
    input: RefundCreditsInput,
  ): RefundCreditsPayload {
    throw new Error(`pending ${input.idempotencyKey}`);
  }
}
