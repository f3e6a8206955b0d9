import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import type { Ref } from '../ref.ts';
import { TopUpEdge } from './top-up-edge.type.ts';
import { TopUp } from './top-up.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A page of top-ups, newest first unless asked otherwise.' })
export class TopUpConnection {
  @Field(() => [TopUpEdge], { description: 'The top-ups of the page with their cursors.' })
  edges!: Ref<TopUpEdge[]>;

  @Field(() => [TopUp], { description: 'The top-ups of the page without cursors.' })
  nodes!: Ref<TopUp[]>;

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many top-ups the wallet has had in all.' })
  totalCount!: number;
}
