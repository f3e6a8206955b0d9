import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { FailedRow } from './failed-row.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A failed row in a page.' })
export class FailedRowEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after`.' })
  cursor!: string;

  @Field(() => FailedRow, { description: 'The row.' })
  node!: FailedRow;
}

@ObjectType({ simpleResolvers: true, description: 'A page of failed rows, in the order of the file.' })
export class FailedRowConnection {
  @Field(() => [FailedRowEdge], { description: 'The rows of the page with their cursors.' })
  edges!: FailedRowEdge[];

  @Field(() => [FailedRow], { description: 'The rows of the page without cursors.' })
  nodes!: FailedRow[];

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all, on every page together.' })
  totalCount!: number;
}
