import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import type { Ref } from '../ref.ts';
import { ShortText } from '../text-bounds.ts';
import { DebitTransaction } from '../transaction/debit-transaction.type.ts';
import { ChangedWalletPayload } from '../wallet/changed-wallet.payload.ts';

@InputType({ description: 'Which hold to spend, and how much of it.' })
export class CaptureHoldInput {
  @Field(() => ID, { description: 'The `id` of the hold.' })
  holdId!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'How much; left out, all that it still keeps.' })
  amount?: MoneyInput | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether the rest is given back at once. If not, it stays set aside for another capture.',
  })
  isFinal!: boolean;

  @ShortText()
  @Field(() => String, { nullable: true, description: 'A note, at most 200 characters.' })
  reason?: string | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `captureHold`.' })
export class CaptureHoldPayload extends ChangedWalletPayload {
  @Field(() => DebitTransaction, {
    nullable: true,
    description: 'The debit that was written; null when refused.',
  })
  transaction!: Ref<DebitTransaction> | null;
}
