import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { ShortText } from '../text-bounds.ts';
import { ActInput } from '../wallet/act.input.ts';
import { PreviewedWalletPayload } from '../wallet/changed-wallet.payload.ts';
import { CreditTransaction } from './credit-transaction.type.ts';

@InputType({ description: 'Which credit to give more time, and how much.' })
export class ExtendExpiryInput extends ActInput {
  @Field(() => ID, { description: 'The `id` of the credit.' })
  creditId!: string;

  @Field(() => DateTime, {
    description:
      "A moment on the new last day: what remains of the credit expires at the end of that day in the shop's time zone. Only later, never sooner.",
  })
  expiresAt!: number;

  @ShortText()
  @Field(() => String, { description: 'Why, at most 200 characters.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `extendExpiry`.' })
export class ExtendExpiryPayload extends PreviewedWalletPayload {
  @Field(() => CreditTransaction, {
    nullable: true,
    description: 'The credit with its new expiry; null when refused.',
  })
  credit!: Ref<CreditTransaction> | null;
}
