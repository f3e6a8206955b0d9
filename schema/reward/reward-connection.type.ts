import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { RewardEdge } from './reward-edge.type.ts';
import { Reward } from './reward.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A page of rewards, newest first unless asked otherwise.' })
export class RewardConnection {
  @Field(() => [RewardEdge], { description: 'The rewards of the page with their cursors.' })
  edges!: RewardEdge[];

  @Field(() => [Reward], { description: 'The rewards of the page without cursors.' })
  nodes!: Reward[];

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many rewards match in all, on every page together.' })
  totalCount!: number;
}
