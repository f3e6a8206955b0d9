import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import type { Ref } from '../ref.ts';
import { ShortText } from '../text-bounds.ts';
import { ActInput } from '../wallet/act.input.ts';
import { LimitedWalletPayload } from '../wallet/changed-wallet.payload.ts';
import { RefundTransaction } from './refund-transaction.type.ts';

@InputType({ description: 'Which debit to give back, and how much of it.' })
export class RefundCreditsInput extends ActInput {
  @Field(() => ID, { description: 'The `id` of the debit.' })
  debitId!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'How much; left out, all that can still be refunded.',
  })
  amount?: MoneyInput | null;

  @ShortText()
  @Field(() => String, { description: 'Why, at most 200 characters. The customer can read it.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `refundCredits`.' })
export class RefundCreditsPayload extends LimitedWalletPayload {
  @Field(() => RefundTransaction, {
    nullable: true,
    description: 'The refund that was written; null when refused.',
  })
  transaction!: Ref<RefundTransaction> | null;
}
