import { Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CustomerId, OrderNumber, ShortText } from '../text-bounds.ts';
import { HoldTransaction } from '../transaction/hold-transaction.type.ts';
import { PreviewedWalletPayload } from '../wallet/changed-wallet.payload.ts';

@InputType({ description: 'How much to set aside in whose wallet, and for what.' })
export class PlaceHoldInput {
  @CustomerId()
  @Field(() => ID, {
    nullable: true,
    description:
      'The customer; left out, the caller. Staff must name one, customers can only name themselves.',
  })
  customerId?: string | null;

  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;

  @OrderNumber()
  @Field(() => ID, { description: "The shop's number of the order that it is for, at most 64 characters." })
  orderId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is to end by itself, at most 30 days from now; left out, in 24 hours.',
  })
  expiresAt?: number | null;

  @ShortText()
  @Field(() => String, { nullable: true, description: 'A note, at most 200 characters.' })
  reason?: string | null;

  @Min(0)
  @Field(() => Int, {
    nullable: true,
    description:
      'The `quote.seq` of the preview on which it was decided. If the wallet has moved since and other credits would be drawn, nothing happens and QUOTE_CHANGED says what moved, with a fresh `preview`. Left out, the credits are those of now.',
  })
  expectedSeq?: number | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `placeHold`.' })
export class PlaceHoldPayload extends PreviewedWalletPayload {
  @Field(() => HoldTransaction, {
    nullable: true,
    description: 'The transaction that placed the hold; null when refused.',
  })
  transaction!: Ref<HoldTransaction> | null;
}
