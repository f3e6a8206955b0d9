import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { Transaction } from './transaction.interface.ts';

@ObjectType({ simpleResolvers: true, description: 'A transaction in a page.' })
export class TransactionEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after` or `before`.' })
  cursor!: string;

  @Field(() => Transaction, { description: 'The transaction.' })
  node!: Ref<Transaction>;
}
