import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import type { Ref } from '../ref.ts';
import { CustomerId, OrderNumber, ShortText } from '../text-bounds.ts';
import { ActInput } from '../wallet/act.input.ts';
import { PreviewedWalletPayload } from '../wallet/changed-wallet.payload.ts';
import { DebitTransaction } from './debit-transaction.type.ts';

@InputType({ description: 'How much to spend from whose wallet, and on what.' })
export class DeductCreditsInput extends ActInput {
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
  @Field(() => ID, { description: "The shop's number of the order that is paid, at most 64 characters." })
  orderId!: string;

  @ShortText()
  @Field(() => String, { nullable: true, description: 'A note, at most 200 characters.' })
  reason?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether to spend only when the order has no debit yet: otherwise `ORDER_ALREADY_PAID`, with the debit there is. To pay all the same, send it again with the same key and false. An order may have several debits, and by default nothing is said about that.',
  })
  onlyOnce!: boolean;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `deductCredits`.' })
export class DeductCreditsPayload extends PreviewedWalletPayload {
  @Field(() => DebitTransaction, {
    nullable: true,
    description: 'The debit that was written; null when refused.',
  })
  transaction!: Ref<DebitTransaction> | null;
}
