import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import type { Ref } from '../ref.ts';
import { TransactionEdge } from './transaction-edge.type.ts';
import { TransactionMonth } from './transaction-month.type.ts';
import { Transaction } from './transaction.interface.ts';
import { QUERY, Weighs } from '../weight.ts';

@ObjectType({ simpleResolvers: true, description: 'A page of transactions, newest first.' })
export class TransactionConnection {
  @Field(() => [TransactionEdge], { description: 'The transactions of the page with their cursors.' })
  edges!: Ref<TransactionEdge[]>;

  @Field(() => [Transaction], { description: 'The transactions of the page without cursors.' })
  nodes!: Ref<Transaction[]>;

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many transactions match in all, on every page together.' })
  totalCount!: number;

  @Weighs({ own: 4 * QUERY })
  @Field(() => [TransactionMonth], {
    nullable: true,
    description:
      'The months that the page touches with the sums of what matches in each, newest first. Null when an order or amounts are asked for.',
  })
  months!: Ref<TransactionMonth[]> | null;
}
