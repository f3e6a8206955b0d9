import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { EmailAddress, GiftMessage, PersonName, ShortText } from '../text-bounds.ts';
import { PaymentMethod } from '../top-up/payment-method.enum.ts';
import { CreditTransaction } from '../transaction/credit-transaction.type.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { ChangedWalletPayload } from '../wallet/changed-wallet.payload.ts';
import { Weighs } from '../weight.ts';
import { GiftDesign } from './gift-design.enum.ts';
import { GiftLanguage } from './gift-language.enum.ts';
import { Gift } from './gift.type.ts';

@InputType({ description: 'What gift to send, to whom, when, and how it is paid.' })
export class SendGiftInput {
  @Field(() => MoneyInput, {
    description: 'What it is worth: ₹100 to ₹10,000, unless the shop has set something else.',
  })
  amount!: MoneyInput;

  @EmailAddress()
  @Field(() => String, { description: 'Where its mail goes.' })
  toEmail!: string;

  @PersonName()
  @Field(() => String, { description: 'What the sender is called in it, at most 120 characters.' })
  fromName!: string;

  @GiftMessage()
  @Field(() => String, { nullable: true, description: 'What the sender says, at most 300 characters.' })
  message?: string | null;

  @Field(() => GiftDesign, { defaultValue: 'SUNRISE', description: 'How it looks.' })
  design!: GiftDesign;

  @Field(() => GiftLanguage, { defaultValue: 'EN', description: 'The language of its mail.' })
  language!: GiftLanguage;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Not before this is it sent, at most 180 days ahead; left out, as soon as it is paid.',
  })
  deliverAt?: number | null;

  @Field(() => PaymentMethod, { description: 'How to pay.' })
  method!: PaymentMethod;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@InputType({ description: 'What to say otherwise of a gift. What is left out stays.' })
export class ChangeGiftInput {
  @Field(() => ID, { description: 'The `id` of the gift.' })
  giftId!: string;

  @EmailAddress()
  @Field(() => String, {
    nullable: true,
    description: 'Where its mail goes. Another address gets a link of its own; the one before is dead.',
  })
  toEmail?: string | null;

  @PersonName()
  @Field(() => String, { nullable: true, description: 'What the sender is called in it.' })
  fromName?: string | null;

  @GiftMessage()
  @Field(() => String, { nullable: true, description: 'What the sender says; empty for nothing.' })
  message?: string | null;

  @Field(() => GiftDesign, { nullable: true, description: 'How it looks.' })
  design?: GiftDesign | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Not before this is it sent. Cannot be changed once it was sent.',
  })
  deliverAt?: number | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

/** What the acts of its sender on one gift take; the input types extend it. */
@InputType()
abstract class OnGiftInput {
  @Field(() => ID, { description: 'The `id` of the gift.' })
  giftId!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@InputType({ description: 'Which gift to recall.' })
export class RecallGiftInput extends OnGiftInput {}

@InputType({ description: 'Which gift to take back into the own wallet.' })
export class ReturnGiftInput extends OnGiftInput {}

@InputType({ description: 'Which gift to claim.' })
export class ClaimGiftInput {
  @ShortText()
  @Field(() => String, { description: 'What stands behind `/gift/` in the link of its mail.' })
  token!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

/** What acts of its sender on a gift answer; the object types extend it. */
@ObjectType({ simpleResolvers: true })
abstract class GiftPayload {
  @Field(() => Gift, { nullable: true, description: 'The gift as it is now; null when refused.' })
  gift!: Ref<Gift> | null;

  @Field(() => Boolean, {
    description: 'Whether this idempotency key had acted before and this is the same gift again.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `sendGift`.' })
export class SendGiftPayload extends GiftPayload {}

@ObjectType({ simpleResolvers: true, description: 'The answer to `changeGift`.' })
export class ChangeGiftPayload extends GiftPayload {}

@ObjectType({ simpleResolvers: true, description: 'The answer to `recallGift`.' })
export class RecallGiftPayload extends GiftPayload {}

/** What moving a gift into a wallet answers; the object types extend it. */
@ObjectType({ simpleResolvers: true })
abstract class MovedGiftPayload extends ChangedWalletPayload {
  @Field(() => CreditTransaction, {
    nullable: true,
    description: 'The credit that the gift became; null when refused.',
  })
  transaction!: Ref<CreditTransaction> | null;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `claimGift`.' })
export class ClaimGiftPayload extends MovedGiftPayload {}

@ObjectType({ simpleResolvers: true, description: 'The answer to `returnGift`.' })
export class ReturnGiftPayload extends MovedGiftPayload {}
