import { ValidateNested } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import { DateTime } from '../scalars/date-time.ts';
import { ShortText } from '../text-bounds.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { GiftCard } from './gift-card.type.ts';

@InputType({ description: 'How many gift cards to issue, with how much, until when, and why.' })
export class IssueGiftCardsInput {
  @Field(() => Int, { description: 'How many, 1 to 100.' })
  count!: number;

  @ValidateNested()
  @Field(() => MoneyInput, { description: 'What each of them holds.' })
  amount!: MoneyInput;

  @Field(() => DateTime, {
    nullable: true,
    description: 'A moment on their last day; left out, they last as long as the shop says.',
  })
  expiresAt?: number | null;

  @ShortText()
  @Field(() => String, { description: 'Why they are issued, at most 200 characters.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A gift card with its code.' })
export class IssuedGiftCard {
  @Field(() => GiftCard, { description: 'The card.' })
  giftCard!: GiftCard;

  @Field(() => String, {
    nullable: true,
    description:
      'Its code, in groups of four. Keep it safe: it is told to nobody else. Null once it is withheld.',
  })
  code!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the code is not told any more: 30 days after the call, or because the card has got another since.',
  })
  codeWithheld!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `issueGiftCards`.' })
export class IssueGiftCardsPayload {
  @Weighs({ most: 100 })
  @Field(() => [IssuedGiftCard], { description: 'The cards; empty when refused.' })
  giftCards!: IssuedGiftCard[];

  @Field(() => Boolean, {
    description: 'Whether this idempotency key had acted before and this is the first answer again.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
