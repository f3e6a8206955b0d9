import { ValidateNested } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { JobPayload } from '../job/start-job.io.ts';
import { MoneyInput } from '../money/money.input.ts';
import { DateTime } from '../scalars/date-time.ts';
import { ShortText } from '../text-bounds.ts';

@InputType({ description: 'How many gift cards to issue, with how much, until when, and why.' })
export class StartGiftCardBatchInput {
  @Field(() => Int, { description: 'How many, 1 to 1,00,000.' })
  count!: number;

  @ValidateNested()
  @Field(() => MoneyInput, { description: 'What each of them holds.' })
  amount!: MoneyInput;

  @Field(() => DateTime, {
    nullable: true,
    description: 'A moment on their last day; left out, they last as long as the shop says.',
  })
  expiresAt?: number | null;

  @ShortText()
  @Field(() => String, { description: 'Why they are issued, at most 200 characters. It names the job.' })
  reason!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `startGiftCardBatch`.' })
export class StartGiftCardBatchPayload extends JobPayload {}
