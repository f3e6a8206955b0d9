import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import type { Ref } from '../ref.ts';
import { ShortText } from '../text-bounds.ts';
import { HoldTransaction } from '../transaction/hold-transaction.type.ts';
import { ActInput } from '../wallet/act.input.ts';
import { LimitedWalletPayload } from '../wallet/changed-wallet.payload.ts';
import { TopUp } from './top-up.type.ts';

@InputType({ description: 'Which top-up to send back to where it was paid from, and how much of it.' })
export class RefundTopUpInput extends ActInput {
  @Field(() => ID, { description: 'The `id` of the top-up.' })
  topUpId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The `id` of the credit that one of its payments brought, where the customer paid twice; left out, the last.',
  })
  creditId?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'How much; left out, all that is left of its credit.',
  })
  amount?: MoneyInput | null;

  @ShortText()
  @Field(() => String, { description: 'Why, at most 200 characters. The customer can read it.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `refundTopUp`.' })
export class RefundTopUpPayload extends LimitedWalletPayload {
  @Field(() => HoldTransaction, {
    nullable: true,
    description:
      'The transaction that set aside what goes back; null when refused. What has become of it, `topUp { refunds }` tells.',
  })
  transaction!: Ref<HoldTransaction> | null;

  @Field(() => TopUp, { nullable: true, description: 'The top-up as it is now; null when there is none.' })
  topUp!: Ref<TopUp> | null;
}
