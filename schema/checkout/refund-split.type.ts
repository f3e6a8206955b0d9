import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'Where an amount goes back to that a checkout was paid with: to the source of its payment first, then to its gift cards, then to the wallet. The three add up to the amount.',
})
export class RefundSplit {
  @Field(() => Money, { description: 'How much goes back to where the payment came from.' })
  toSource!: Money;

  @Field(() => Money, { description: 'How much goes back on the gift cards that paid.' })
  toGiftCards!: Money;

  @Field(() => Money, {
    description:
      "How much the customer's wallet gets: of the credits that paid, and of gift cards that were claimed or cancelled since.",
  })
  toWallet!: Money;
}
