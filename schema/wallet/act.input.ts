import { Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';

/** How an act on a wallet is asked for; the inputs of such mutations extend it. */
@InputType()
export abstract class ActInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Only say what would happen, in `preview`: nothing is written and an unused idempotency key stays unused. Of one that has acted the first answer is given again.',
  })
  dryRun!: boolean;

  @Min(0)
  @Field(() => Int, {
    nullable: true,
    description:
      'The `quote.seq` of the preview on which the act was decided. If the wallet has moved since (for `deductCredits`: so that other credits would be drawn), nothing happens and QUOTE_CHANGED says what moved, with a fresh `preview`. Left out, the act happens on the wallet as it is.',
  })
  expectedSeq?: number | null | undefined;
}
