import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { JobPayload } from '../job/start-job.io.ts';

@InputType({ description: 'How many codes to make for which campaign.' })
export class MakeVoucherCodesInput {
  @Field(() => ID, { description: 'The `id` of the campaign, one whose `codes` are UNIQUE.' })
  campaignId!: string;

  @Field(() => Int, { description: 'How many more; a campaign has at most 1,00,000.' })
  count!: number;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `makeVoucherCodes`.' })
export class MakeVoucherCodesPayload extends JobPayload {}
