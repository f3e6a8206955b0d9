import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import type { Ref } from '../ref.ts';
import { ShortText } from '../text-bounds.ts';
import { ReleaseTransaction } from '../transaction/release-transaction.type.ts';
import { ChangedWalletPayload } from '../wallet/changed-wallet.payload.ts';

@InputType({ description: 'Which hold to end without spending it.' })
export class ReleaseHoldInput {
  @Field(() => ID, { description: 'The `id` of the hold.' })
  holdId!: string;

  @ShortText()
  @Field(() => String, { description: 'Why, at most 200 characters. The customer can read it.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `releaseHold`.' })
export class ReleaseHoldPayload extends ChangedWalletPayload {
  @Field(() => ReleaseTransaction, {
    nullable: true,
    description: 'The transaction that gave back what the hold kept; null when refused.',
  })
  transaction!: Ref<ReleaseTransaction> | null;
}
