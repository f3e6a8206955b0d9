import { Field, InputType, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { ShortText } from '../text-bounds.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { GiftCardStatus } from './gift-card-status.enum.ts';

@InputType({ description: 'Which gift card.' })
export class GiftCardLookInput {
  @ShortText()
  @Field(() => String, {
    description:
      'The code as it was written: capitals, blanks and dashes, O and 0, I, L and 1 make no difference.',
  })
  code!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What whoever has the code of a gift card may know of it.',
})
export class GiftCardLook {
  @Field(() => GiftCardStatus, { description: 'How it stands with it now.' })
  status!: GiftCardStatus;

  @Field(() => Money, { description: 'What is left on it.' })
  remaining!: Money;

  @Field(() => DateTime, { description: 'The last moment at which it is worth something.' })
  expiresAt!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `giftCardLook`.' })
export class GiftCardLookPayload {
  @Field(() => GiftCardLook, { nullable: true, description: 'What is on the card; null when refused.' })
  look!: GiftCardLook | null;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
