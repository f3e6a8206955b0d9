import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { MoneyInput } from '../money/money.input.ts';
import { CustomerId, ShortText } from '../text-bounds.ts';
import { ActInput } from './act.input.ts';
import { LimitedWalletPayload } from './changed-wallet.payload.ts';

@InputType({ description: 'Of which wallet a receivable has ended, how much of it, and why.' })
export class SettleReceivableInput extends ActInput {
  @CustomerId()
  @Field(() => ID, { description: 'The customer whose wallet it is.' })
  customerId!: string;

  @ValidateNested()
  @Field(() => MoneyInput, { description: 'How much; no more than is owed.' })
  amount!: MoneyInput;

  @ShortText()
  @Field(() => String, { description: 'How it was paid, or why it is given up, at most 200 characters.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `settleReceivable`.' })
export class SettleReceivablePayload extends LimitedWalletPayload {}

@InputType({ description: 'Of which wallet a receivable is given up, how much of it, and why.' })
export class WriteOffReceivableInput extends SettleReceivableInput {}

@ObjectType({ simpleResolvers: true, description: 'The answer to `writeOffReceivable`.' })
export class WriteOffReceivablePayload extends LimitedWalletPayload {}
