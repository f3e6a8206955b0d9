import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { Customer } from './customer.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A customer in a page.' })
export class CustomerEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after` or `before`.' })
  cursor!: string;

  @Field(() => Customer, { description: 'The customer.' })
  node!: Ref<Customer>;
}
