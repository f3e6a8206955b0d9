import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import type { Ref } from '../ref.ts';
import { HoldEdge } from './hold-edge.type.ts';
import { Hold } from './hold.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A page of holds, newest first. A page may hold fewer than asked for although there are more.',
})
export class HoldConnection {
  @Field(() => [HoldEdge], { description: 'The holds of the page with their cursors.' })
  edges!: Ref<HoldEdge[]>;

  @Field(() => [Hold], { description: 'The holds of the page without cursors.' })
  nodes!: Ref<Hold[]>;

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many holds the wallet has had in all, however they stand.' })
  totalCount!: number;
}
