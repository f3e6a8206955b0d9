import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { ApprovalFilter } from './approval-filter.input.ts';

@ArgsType()
export class ApprovalsArgs extends PageArgs {
  @ValidateNested()
  @Field(() => ApprovalFilter, { nullable: true, description: 'Which approvals to list; left out, all.' })
  filter?: ApprovalFilter | null;
}
