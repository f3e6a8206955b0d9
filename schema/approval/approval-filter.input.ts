import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CustomerId } from '../text-bounds.ts';
import { ApprovalStatus } from './approval-status.enum.ts';

@InputType({ description: 'Which approvals to list. All that is given must hold.' })
export class ApprovalFilter {
  @ArrayMaxSize(10, { message: 'must name at most 10 statuses' })
  @Field(() => [ApprovalStatus], { nullable: true, description: 'Only approvals in one of these statuses.' })
  status?: ApprovalStatus[] | null;

  @Field(() => String, { nullable: true, description: 'Only approvals of this operation.' })
  act?: string | null;

  @CustomerId()
  @Field(() => ID, { nullable: true, description: "Only approvals about this customer's wallet." })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only approvals that this person has asked for.' })
  requestedById?: string | null;
}
