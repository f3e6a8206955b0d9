import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';

@ObjectType({ simpleResolvers: true, description: 'What a gift card pays of a checkout.' })
export class GiftCardPart {
  @Field(() => String, {
    description: 'The code of the card but for the last four symbols, such as `•••• 7Q2M`.',
  })
  maskedCode!: string;

  @Field(() => Money, { description: 'How much of it the card pays.' })
  amount!: Money;
}
