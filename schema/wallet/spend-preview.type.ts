import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import type { Ref } from '../ref.ts';
import { Tier } from '../tier/tier.type.ts';
import { DebitTransaction } from '../transaction/debit-transaction.type.ts';
import { Draw } from '../transaction/draw.type.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { Quote } from './quote.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'What spending an amount would do now. Nothing is written and nothing is held back.',
})
export class SpendPreview {
  @Field(() => Money, { description: 'The amount in question.' })
  amount!: Money;

  @Field(() => Boolean, { description: 'Whether it could be spent.' })
  canSpend!: boolean;

  @Field(() => UserError, {
    nullable: true,
    description: 'What `deductCredits` would answer instead; null when it could be spent.',
  })
  refusal!: UserError | null;

  @Weighs({ most: 1_000 })
  @Field(() => [Draw], {
    description:
      'Which credits it would be taken from, in order; empty when it could not be spent. Their `transaction` is the debit as it would be: looking it up by its id finds nothing.',
  })
  draws!: Ref<Draw[]>;

  @Field(() => Money, { description: 'The balance after it; unchanged when it could not be spent.' })
  balanceAfter!: Money;

  @Field(() => Quote, {
    description:
      'What it rests on: sent as `expectedSeq` to `deductCredits` or `placeHold`, these very credits are drawn, or nothing happens.',
  })
  quote!: Quote;

  @Field(() => Tier, { description: 'The tier held after it.' })
  tierAfter!: Tier;

  @Field(() => DebitTransaction, {
    nullable: true,
    description:
      'The latest debit that the named order has already; null when it has none, and when no order was named. It does not keep the amount from being spent.',
  })
  earlierDebit!: Ref<DebitTransaction> | null;

  @Field(() => Money, {
    nullable: true,
    description: 'How much the wallet holds too little; null when it holds enough.',
  })
  shortBy!: Money | null;
}
