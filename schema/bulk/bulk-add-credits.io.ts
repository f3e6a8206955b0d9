import { ValidateNested } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Approval } from '../approval/approval.type.ts';
import { IdempotencyKey } from '../idempotency-key.ts';
import { Money } from '../money/money.type.ts';
import type { Ref } from '../ref.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { BulkCreditRowInput } from './bulk-credit-row.input.ts';
import { BulkMode } from './bulk-mode.enum.ts';
import { BulkRowResult } from './bulk-row-result.type.ts';
import { Weighs } from '../weight.ts';

@InputType({ description: 'Credits for many wallets at once.' })
export class BulkAddCreditsInput {
  @ValidateNested()
  @Field(() => [BulkCreditRowInput], {
    description:
      'One credit each, at least one and at most 1,000. Several rows may name the same customer. The idempotency key stands for all of them in their order.',
  })
  rows!: BulkCreditRowInput[];

  @Field(() => BulkMode, { description: 'What happens to the other rows when one is refused.' })
  mode!: BulkMode;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Only say what would happen: nothing is written and an unused idempotency key stays unused. Of one that was used it is told what became of its rows.',
  })
  dryRun!: boolean;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `bulkAddCredits`.' })
export class BulkAddCreditsPayload {
  @Weighs({ most: 1_000 })
  @Field(() => [BulkRowResult], {
    description:
      'What became of each row, in the order of the rows; empty when the whole call was refused or waits for another person.',
  })
  rows!: BulkRowResult[];

  @Field(() => Int, {
    description: 'How many rows were credited, now or by an earlier call; in a dry run, how many would be.',
  })
  credited!: number;

  @Field(() => Int, {
    description: 'How many rows were refused, now or by an earlier call; in a dry run, how many would be.',
  })
  refused!: number;

  @Field(() => Int, {
    description:
      'How many rows are not decided yet, or not known to be, because the database could not go on. When there are any, send the same call with the same key again until there are none.',
  })
  undecided!: number;

  @Field(() => Money, { description: 'What the credited rows come to together.' })
  total!: Money;

  @Field(() => Boolean, {
    description: 'Whether every row had its outcome already from an earlier call with this key.',
  })
  replayed!: boolean;

  @Field(() => Boolean, {
    description:
      'In a dry run, whether the total is above the limit of whoever asks, so that another person has to approve it.',
  })
  needsApproval!: boolean;

  @Field(() => Approval, {
    nullable: true,
    description:
      'The approval that the call asked for because its total is above the limit of whoever sent it: while it waits, nothing is written and `rows` is empty. Once another person has approved it, the same call answers what became of each row.',
  })
  approval!: Ref<Approval> | null;

  @Weighs({ most: 10 })
  @Field(() => [UserError], {
    description: 'Why the call as a whole was refused; what is wrong with a row is said beside the row.',
  })
  userErrors!: UserError[];
}
