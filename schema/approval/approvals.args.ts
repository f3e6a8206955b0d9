import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { OrderedPageArgs } from '../connection/ordered-page.args.ts';
import { ApprovalFilter } from './approval-filter.input.ts';

@ArgsType()
export class ApprovalsArgs extends OrderedPageArgs {
  @ValidateNested()
  @Field(() => ApprovalFilter, { nullable: true, description: 'Which approvals to list; left out, all.' })
  filter?: ApprovalFilter | null;
}
