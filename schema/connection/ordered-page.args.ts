import { ArgsType, Field } from 'type-graphql';
import { ListOrder } from './list-order.enum.ts';
import { PageArgs } from './page.args.ts';

@ArgsType()
export class OrderedPageArgs extends PageArgs {
  @Field(() => ListOrder, {
    nullable: true,
    description: 'Which way the list runs; left out, the newest first.',
  })
  orderBy?: ListOrder | null;
}
