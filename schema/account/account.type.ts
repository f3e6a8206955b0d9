import { Field, ObjectType } from 'type-graphql';
import { Node } from '../node/node.interface.ts';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Somebody of the shop who signs in here with a password.',
})
export class Account extends Node {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { description: 'The role: CUSTOMER, STAFF or ADMIN.' })
  role!: string;
}
