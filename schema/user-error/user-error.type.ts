import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { DebitTransaction } from '../transaction/debit-transaction.type.ts';
import { Transaction } from '../transaction/transaction.interface.ts';
import { ErrorCode } from './error-code.enum.ts';
import { Weighs } from '../weight.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'Something a rule refused, and what the caller needs to act on it. Nothing was written, unless the code says otherwise. Details that do not apply are null.',
})
export class UserError {
  @Field(() => ErrorCode, { description: 'What was refused; branch on this.' })
  code!: ErrorCode;

  @Field(() => String, { description: 'The same in plain English, fit to show to a person.' })
  message!: string;

  @Weighs({ most: 5 })
  @Field(() => [String], {
    nullable: true,
    description: 'The path to the value in question, such as `["input", "amount"]`.',
  })
  field!: string[] | null;

  @Field(() => Money, { nullable: true, description: 'What the wallet holds now.' })
  available?: Money;

  @Field(() => Money, { nullable: true, description: 'How much is missing.' })
  shortBy?: Money;

  @Field(() => Money, { nullable: true, description: 'The least that is allowed.' })
  min?: Money;

  @Field(() => Money, { nullable: true, description: 'The most that is allowed.' })
  max?: Money;

  @Field(() => Money, { nullable: true, description: 'What can still be refunded of the debit.' })
  refundable?: Money;

  @Field(() => Money, { nullable: true, description: 'What open holds still keep of it.' })
  held?: Money;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of a hold that has expired: whether a plain debit of the amount would work now.',
  })
  wouldWork?: boolean;

  @Field(() => Money, { nullable: true, description: 'What one order must come to.' })
  required?: Money;

  @Field(() => Money, { nullable: true, description: 'What the largest order came to.' })
  largest?: Money;

  @Field(() => DebitTransaction, {
    nullable: true,
    description: 'The debit that there is already.',
  })
  transaction?: Ref<DebitTransaction> | null;

  @Weighs({ most: 20 })
  @Field(() => [Transaction], {
    nullable: true,
    description:
      'What moved money since the wallet was previewed, oldest first, at most 20; what is due and not booked yet is not found by its id.',
  })
  moved?: Ref<Transaction>[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it has been so, or from when it will be.',
  })
  since?: number;

  @Field(() => Int, { nullable: true, description: 'For how many seconds to wait.' })
  retryAfterSeconds?: number;

  @Field(() => DateTime, { nullable: true, description: 'When the idempotency key was first used.' })
  firstUsedAt?: number;
}
