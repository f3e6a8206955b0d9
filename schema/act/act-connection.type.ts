import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import type { Ref } from '../ref.ts';
import { ActEdge } from './act-edge.type.ts';
import { Act } from './act.type.ts';

/** Counting costs queries of its own, so the total has a resolver. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A page of acts, newest first unless asked otherwise. It may hold fewer than were asked for although there are more: go by `hasNextPage`.',
})
export class ActConnection {
  @Field(() => [ActEdge], { description: 'The acts of the page with their cursors.' })
  edges!: Ref<ActEdge[]>;

  @Field(() => [Act], { description: 'The acts of the page without cursors.' })
  nodes!: Ref<Act[]>;

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many acts match in all, on every page together. Counted up to 10,000: that figure means as many or more. Null where several conditions would have to be looked at among more acts than that.',
  })
  totalCount?: number | null;
}
