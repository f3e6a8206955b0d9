import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import type { Ref } from '../ref.ts';
import { ShortText } from '../text-bounds.ts';
import { ActInput } from '../wallet/act.input.ts';
import { PreviewedWalletPayload } from '../wallet/changed-wallet.payload.ts';
import { ReversalTransaction } from './reversal-transaction.type.ts';

@InputType({ description: 'Which mistaken credit to take back, and why.' })
export class ReverseCreditInput extends ActInput {
  @Field(() => ID, { description: 'The `id` of the credit.' })
  creditId!: string;

  @ShortText()
  @Field(() => String, { description: 'Why, at most 200 characters. The customer can read it.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `reverseCredit`.' })
export class ReverseCreditPayload extends PreviewedWalletPayload {
  @Field(() => ReversalTransaction, {
    nullable: true,
    description: 'The reversal that was written, with what could not be taken back; null when refused.',
  })
  transaction!: Ref<ReversalTransaction> | null;
}
