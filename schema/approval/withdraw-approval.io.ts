import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import { DecidedApprovalPayload } from './decided-approval.payload.ts';

@InputType({ description: 'Which approval to take back.' })
export class WithdrawApprovalInput {
  @Field(() => ID, { description: 'The `id` of the approval.' })
  approvalId!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `withdrawApproval`.' })
export class WithdrawApprovalPayload extends DecidedApprovalPayload {}
