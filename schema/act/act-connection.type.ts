import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import type { Ref } from '../ref.ts';
import { ActEdge } from './act-edge.type.ts';
import { Act } from './act.type.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'A page of acts, newest first. It may hold fewer than were asked for although there are more: go by `hasNextPage`.',
})
export class ActConnection {
  @Field(() => [ActEdge], { description: 'The acts of the page with their cursors.' })
  edges!: Ref<ActEdge[]>;

  @Field(() => [Act], { description: 'The acts of the page without cursors.' })
  nodes!: Ref<Act[]>;

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;
}
