import { Field, Float, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A share of an amount, with what it was worked out from.' })
export class MoneyShare {
  @Field(() => Float, {
    description:
      'The numerator divided by the denominator: 0.3 means 30 %. 0 when there is nothing to divide by.',
  })
  value!: number;

  @Field(() => Money, { description: 'How much it is true of.' })
  numerator!: Money;

  @Field(() => Money, { description: 'Of how much.' })
  denominator!: Money;
}
