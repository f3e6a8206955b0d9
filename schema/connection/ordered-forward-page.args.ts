import { ArgsType, Field } from 'type-graphql';
import { ForwardPageArgs } from './forward-page.args.ts';
import { ListOrder } from './list-order.enum.ts';

@ArgsType()
export class OrderedForwardPageArgs extends ForwardPageArgs {
  @Field(() => ListOrder, {
    nullable: true,
    description: 'Which way the list runs; left out, the newest first.',
  })
  orderBy?: ListOrder | null;
}
