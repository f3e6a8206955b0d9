import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';

@ObjectType({ simpleResolvers: true, description: 'The gift cards that hold money.' })
export class GiftCardFigures {
  @Field(() => Int, { description: 'How many they are. What is due counts as expired.' })
  cards!: number;

  @Field(() => Money, {
    description:
      'What is left on all of them and what orders hold of them; the shop owes it besides what wallets hold.',
  })
  amount!: Money;

  @Field(() => Money, {
    description:
      'How much of that is set aside for orders whose checkout is open. It pays them, or comes back.',
  })
  held!: Money;

  @Field(() => Money, { description: 'How much of that was paid for.' })
  purchased!: Money;

  @Field(() => Money, { description: 'How much of that the shop gave.' })
  granted!: Money;
}
