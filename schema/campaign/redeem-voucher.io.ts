import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import type { Ref } from '../ref.ts';
import { CustomerId, ShortText } from '../text-bounds.ts';
import { CreditTransaction } from '../transaction/credit-transaction.type.ts';
import { ChangedWalletPayload } from '../wallet/changed-wallet.payload.ts';

@InputType({ description: 'Which code, for whom.' })
export class RedeemVoucherInput {
  @ShortText()
  @Field(() => String, {
    description:
      'The code as it was written: capitals, blanks and dashes, O and 0, I, L and 1 make no difference.',
  })
  code!: string;

  @CustomerId()
  @Field(() => ID, {
    nullable: true,
    description:
      'The customer; left out, the caller. Admins must name one, customers can only name themselves.',
  })
  customerId?: string | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `redeemVoucher`.' })
export class RedeemVoucherPayload extends ChangedWalletPayload {
  @Field(() => CreditTransaction, {
    nullable: true,
    description: 'The credit that the code brought; null when refused.',
  })
  transaction!: Ref<CreditTransaction> | null;
}
