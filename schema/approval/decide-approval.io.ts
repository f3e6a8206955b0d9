import { Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { ShortText } from '../text-bounds.ts';
import { ApprovalVerdict } from './approval-verdict.enum.ts';
import { DecidedApprovalPayload } from './decided-approval.payload.ts';

@InputType({ description: 'What to decide on which approval.' })
export class DecideApprovalInput {
  @Field(() => ID, { description: 'The `id` of the approval.' })
  approvalId!: string;

  @Field(() => ApprovalVerdict, { description: 'Whether it is done.' })
  verdict!: ApprovalVerdict;

  @ShortText()
  @Field(() => String, {
    nullable: true,
    description: 'What there is to say of it, at most 200 characters. Whoever refuses says why.',
  })
  note?: string | null;

  @Min(0)
  @Field(() => Int, {
    nullable: true,
    description:
      'The `preview.quote.seq` that was looked at: if another preview has taken its place since, nothing is done and it is APPROVAL_CHANGED. Left out, the latest preview counts as seen.',
  })
  expectedSeq?: number | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `decideApproval`.' })
export class DecideApprovalPayload extends DecidedApprovalPayload {}
