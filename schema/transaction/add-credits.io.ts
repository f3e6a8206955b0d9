import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CustomerId, OrderNumber, ShortText } from '../text-bounds.ts';
import { ActInput } from '../wallet/act.input.ts';
import { LimitedWalletPayload } from '../wallet/changed-wallet.payload.ts';
import { CreditTransaction } from './credit-transaction.type.ts';
import { GrantSource } from './grant-source.enum.ts';

@InputType({ description: 'Which credits to add to whose wallet.' })
export class AddCreditsInput extends ActInput {
  @CustomerId()
  @Field(() => ID, { description: 'The customer whose wallet it is.' })
  customerId!: string;

  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;

  @Field(() => GrantSource, { defaultValue: 'MANUAL', description: 'Where the credits come from.' })
  source!: GrantSource;

  @ShortText()
  @Field(() => String, { description: 'Why, at most 200 characters. The customer can read it.' })
  reason!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "A moment on the last day the credits can be spent: they expire at the end of that day in the shop's time zone. Left out, the wallet's tier decides.",
  })
  expiresAt?: number | null;

  @OrderNumber()
  @Field(() => ID, { nullable: true, description: 'The order it belongs to, if any.' })
  orderId?: string | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `addCredits`.' })
export class AddCreditsPayload extends LimitedWalletPayload {
  @Field(() => CreditTransaction, {
    nullable: true,
    description: 'The credit that was written; null when refused.',
  })
  transaction!: Ref<CreditTransaction> | null;
}
