import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import type { Ref } from '../ref.ts';
import { CustomerEdge } from './customer-edge.type.ts';
import { Customer } from './customer.type.ts';

/** Counting costs a query of its own, so the total has a resolver. */
@ObjectType({ simpleResolvers: true, description: 'A page of customers, newest first.' })
export class CustomerConnection {
  @Field(() => [CustomerEdge], { description: 'The customers of the page with their cursors.' })
  edges!: Ref<CustomerEdge[]>;

  @Field(() => [Customer], { description: 'The customers of the page without cursors.' })
  nodes!: Ref<Customer[]>;

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description:
      'How many customers match in all, on every page together. Counted up to 10,000: that figure means as many or more.',
  })
  totalCount?: number;
}
