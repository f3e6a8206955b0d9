import { ArrayMaxSize, Matches } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import type { Ref } from '../ref.ts';
import { Text } from '../text-bounds.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { Job } from './job.type.ts';

/** What is said of a file before its rows come. */
@InputType()
export abstract class FileInput {
  @Text()
  @Matches(/^[^\p{Cc}\p{Cs}/\\]{1,200}$/u, { message: 'must be the name of a file, at most 200 characters' })
  @Field(() => String, { description: 'What the file is called, without folders.' })
  fileName!: string;

  @Matches(/^[0-9a-f]{64}$/, { message: 'must be a SHA-256 in 64 hexadecimal digits' })
  @Field(() => String, {
    description:
      'The SHA-256 of the file as it is, in 64 hexadecimal digits: the same file again does nothing.',
  })
  fileHash!: string;

  @ArrayMaxSize(20, { message: 'must have at most 20 columns' })
  @Matches(/^[a-z_]{1,40}$/, { each: true, message: 'must be names of columns' })
  @Field(() => [String], { description: 'What the cells of each row mean, in their order.' })
  columns!: string[];

  @Field(() => Int, { description: 'How many rows will come, without the line of headings.' })
  rows!: number;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@InputType({
  description: 'A file of credits: `customer_id`, `amount`, `reason`, `source`, `expires_on`, `reference`.',
})
export class StartBulkCreditInput extends FileInput {}

@InputType({
  description:
    'A file of customers: `customer_id`, `name`, `phone`, `email`, `language`, and for an opening balance `amount`, `source`, `expires_on`, `reason`, `reference`.',
})
export class ImportCustomersInput extends FileInput {}

/** What every act on a job answers. */
@ObjectType({ simpleResolvers: true })
export abstract class JobPayload {
  @Field(() => Job, { nullable: true, description: 'The job as it is now; null when refused.' })
  job!: Ref<Job> | null;

  @Field(() => Boolean, {
    description: 'Whether nothing was done because it had been done before: of a file, because it is known.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `startBulkCredit`.' })
export class StartBulkCreditPayload extends JobPayload {}

@ObjectType({ simpleResolvers: true, description: 'The answer to `importCustomers`.' })
export class ImportCustomersPayload extends JobPayload {}
