import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { OrderedForwardPageArgs } from '../connection/ordered-forward-page.args.ts';
import { AuditLogFilter } from './audit-log-filter.input.ts';

@ArgsType()
export class AuditLogArgs extends OrderedForwardPageArgs {
  @ValidateNested()
  @Field(() => AuditLogFilter, { nullable: true, description: 'Which acts to list; left out, all.' })
  filter?: AuditLogFilter | null;
}
