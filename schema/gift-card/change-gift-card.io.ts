import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { ShortText } from '../text-bounds.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { GiftCard } from './gift-card.type.ts';

/** What both acts of the shop on one card take and answer; the input and object types extend it. */
@InputType()
abstract class ChangeGiftCardInput {
  @Field(() => ID, { description: 'The `id` of the gift card.' })
  giftCardId!: string;

  @ShortText()
  @Field(() => String, { description: 'Why, at most 200 characters.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true })
abstract class ChangedGiftCardPayload {
  @Field(() => GiftCard, { nullable: true, description: 'The card as it is now; null when refused.' })
  giftCard!: GiftCard | null;

  @Field(() => Boolean, {
    description: 'Whether this idempotency key had acted before and this is the first answer again.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}

@InputType({ description: 'Which gift card to cancel, and why.' })
export class CancelGiftCardInput extends ChangeGiftCardInput {}

@ObjectType({ simpleResolvers: true, description: 'The answer to `cancelGiftCard`.' })
export class CancelGiftCardPayload extends ChangedGiftCardPayload {}

@InputType({ description: 'Which gift card to give another code, and why.' })
export class ReissueGiftCardInput extends ChangeGiftCardInput {}

@ObjectType({ simpleResolvers: true, description: 'The answer to `reissueGiftCard`.' })
export class ReissueGiftCardPayload extends ChangedGiftCardPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The new code, in groups of four. Keep it safe: it is told to nobody else. Null once it is withheld.',
  })
  code!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the code is not told any more: 30 days after the call, or because the card has got another since.',
  })
  codeWithheld!: boolean;
}
