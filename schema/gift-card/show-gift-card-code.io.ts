import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { GiftCard } from './gift-card.type.ts';

@InputType({ description: 'Whose code to show.' })
export class ShowGiftCardCodeInput {
  @Field(() => ID, { description: 'The `id` of a gift card that the caller has bought.' })
  giftCardId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `showGiftCardCode`.' })
export class ShowGiftCardCodePayload {
  @Field(() => GiftCard, { nullable: true, description: 'The card as it is now; null when refused.' })
  giftCard!: GiftCard | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its code, in groups of four: whoever has it has the money. Null once it is withheld.',
  })
  code!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the code is not told any more: 30 days after the card was made, or because the card has ended or got another since.',
  })
  codeWithheld!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
