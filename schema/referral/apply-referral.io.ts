import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import type { Ref } from '../ref.ts';
import { CustomerId, ShortText } from '../text-bounds.ts';
import { CreditTransaction } from '../transaction/credit-transaction.type.ts';
import { ChangedWalletPayload } from '../wallet/changed-wallet.payload.ts';

@InputType({ description: 'Whose code brought whom.' })
export class ApplyReferralInput {
  @ShortText()
  @Field(() => String, {
    description: "A friend's referral code. Spaces, dashes and small letters do not matter.",
  })
  code!: string;

  @CustomerId()
  @Field(() => ID, {
    nullable: true,
    description:
      'The new customer; left out, the caller. Admins must name one, customers can only name themselves.',
  })
  customerId?: string | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `applyReferral`.' })
export class ApplyReferralPayload extends ChangedWalletPayload {
  @Field(() => CreditTransaction, {
    nullable: true,
    description: 'The bonus of the new customer; null when refused.',
  })
  transaction!: Ref<CreditTransaction> | null;
}
