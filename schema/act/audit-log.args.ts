import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { ListOrder } from '../connection/list-order.enum.ts';
import { ForwardPageArgs } from '../connection/forward-page.args.ts';
import { AuditLogFilter } from './audit-log-filter.input.ts';

@ArgsType()
export class AuditLogArgs extends ForwardPageArgs {
  @ValidateNested()
  @Field(() => AuditLogFilter, { nullable: true, description: 'Which acts to list; left out, all.' })
  filter?: AuditLogFilter | null;

  @Field(() => ListOrder, {
    nullable: true,
    description: 'Which way the log runs; left out, the newest first.',
  })
  orderBy?: ListOrder | null;
}
